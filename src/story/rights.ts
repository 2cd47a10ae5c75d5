/** Who owns a story and what one may do with it, as printed; nothing here is for deciding by machine yet. */
export type Rights = { holder?: string; notice?: string; usageTerms?: string }
