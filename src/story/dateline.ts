/** The head of the first paragraph: from where, when, and whose copy it is. `raw` keeps it as it was printed. */
export type Dateline = { places: readonly DatelinePlace[]; date?: string; source?: string; raw?: string }

/**
 * One place of a dateline. `name` and `region` stand as printed; `country` is ISO 3166-1 alpha-2 and `zone` an IANA
 * name, where the place is known. `date` above is ISO, `--MM-DD` when no year was printed.
 */
export type DatelinePlace = { name: string; region?: string; country?: string; zone?: string }
