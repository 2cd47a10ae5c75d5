/** One thing the doctor looked at. `mend` is there when something is wrong, and says what to do about it. */
export type Finding = { about: string; mend?: string }

/** It is as it should be. */
export const well = (about: string): Finding => ({ about })
/** It is not, and this is how to mend it. */
export const ill = (about: string, mend: string): Finding => ({ about, mend })
