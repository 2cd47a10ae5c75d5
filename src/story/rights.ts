/** Who owns a story and what one may do with it, as printed; nothing here is for deciding by machine yet. */
export type Rights = { holder?: string; notice?: string; usageTerms?: string }

/** The same of a picture: `page` is the address at which its licence can be read, `obtain` the one at which one is given. */
export type PictureRights = Rights & { page?: string; obtain?: string }

/** Where one reads on what terms something may be used: the page of its licence, or usage terms that are an address (RFC 3986). */
export function licenceOf(rights: PictureRights = {}): string | undefined {
  return webPage(rights.page) ?? webPage(rights.usageTerms)
}

/** An http or https address in RFC 3986's own letters; nothing when a text is none. */
export function webPage(text = ''): string | undefined {
  const href = /^https?:\/\/\S+$/i.test(text.trim()) ? URL.parse(text.trim())?.href : undefined
  return href &&
    /^https?:\/\/(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})+(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i.test(href)
    ? href
    : undefined
}
