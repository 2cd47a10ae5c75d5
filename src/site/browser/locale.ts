/** The tongue of the page with its figures and calendar, as its foot names it: `ar-u-ca-gregory-nu-latn`. */
export const locale = document.querySelector<HTMLElement>('.house')?.dataset['locale'] ?? document.documentElement.lang
