/**
 * What a picture says of itself, by the IPTC Photo Metadata Standard 2024.1. `date` is ISO, as exact as it is known; `place` parts
 * as printed. `others` has every other field of the standard under its XMP name, structures as plain objects.
 */
export type PictureMetadata = {
  [Name in TextField]?: string
} & { [Name in ListField]?: readonly string[] } & {
  date?: string
  others?: Readonly<Record<string, Plain>>
}

export type Plain = string | readonly Plain[] | { readonly [name: string]: Plain }

/** Where a field stands: its name in XMP, in IIM and in EXIF. */
export type Field = { xmp?: string; iim?: string; exif?: string }

/** Fields of one value. */
export const textFields = {
  caption: { xmp: 'description', iim: 'Caption/Abstract', exif: 'ImageDescription' },
  headline: { xmp: 'Headline', iim: 'Headline' },
  title: { xmp: 'title', iim: 'Object Name' },
  alt: { xmp: 'AltTextAccessibility' },
  longAlt: { xmp: 'ExtDescrAccessibility' },
  captionWriter: { xmp: 'CaptionWriter', iim: 'Writer/Editor' },
  creatorTitle: { xmp: 'AuthorsPosition', iim: 'By-line Title' },
  credit: { xmp: 'Credit', iim: 'Credit' },
  source: { xmp: 'Source', iim: 'Source' },
  copyright: { xmp: 'rights', iim: 'Copyright Notice', exif: 'Copyright' },
  usageTerms: { xmp: 'UsageTerms' },
  rightsPage: { xmp: 'WebStatement' },
  instructions: { xmp: 'Instructions', iim: 'Special Instructions' },
  job: { xmp: 'TransmissionReference', iim: 'Original Transmission Reference' },
  sublocation: { xmp: 'Location', iim: 'Sub-location' },
  city: { xmp: 'City', iim: 'City' },
  state: { xmp: 'State', iim: 'Province/State' },
  country: { xmp: 'Country', iim: 'Country/Primary Location Name' },
  countryCode: { xmp: 'CountryCode', iim: 'Country/Primary Location Code' },
  event: { xmp: 'Event' },
  genre: { xmp: 'IntellectualGenre', iim: 'Object Attribute Reference' },
  digitalSourceType: { xmp: 'DigitalSourceType' },
  dataMining: { xmp: 'DataMining' },
} as const satisfies Readonly<Record<string, Field>>

/** Fields of several values. */
export const listFields = {
  creators: { xmp: 'creator', iim: 'By-line', exif: 'Artist' },
  keywords: { xmp: 'subject', iim: 'Keywords' },
  persons: { xmp: 'PersonInImage' },
  organisations: { xmp: 'OrganisationInImageName' },
  subjects: { xmp: 'SubjectCode', iim: 'Subject Reference' },
  scenes: { xmp: 'Scene' },
} as const satisfies Readonly<Record<string, Field>>

/** When it was taken; IPTC's own field first, which cameras leave empty. */
export const dateField: Field = { xmp: 'DateCreated', iim: 'Date Created', exif: 'DateTimeOriginal' }

/** All other fields of the standard, and of PLUS, which it takes over: by their names in XMP. */
export const otherFields: ReadonlySet<string> = new Set(
  `CreatorContactInfo AddlModelInfo ArtworkOrObject OrganisationInImageCode Contributor CopyrightOwner AboutCvTerm
  OtherConstraints DigImageGUID EmbdEncRightsExpr EventId Genre ImageCreator ImageCreatorImageID Rating ImageRegion
  RegistryId ImageSupplier ImageSupplierImageID Licensor LinkedEncRightsExpr LocationCreated LocationShown
  MaxAvailHeight MaxAvailWidth MinorModelAgeDisclosure ModelAge ModelReleaseID ModelReleaseStatus
  PersonInImageWDetails ProductInImage PropertyReleaseID PropertyReleaseStatus`.split(/\s+/),
)

type TextField = keyof typeof textFields
type ListField = keyof typeof listFields
