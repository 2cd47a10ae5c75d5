/** 0 unknown, 1 letter, mark or figure of a script with spaces, 2 of one without, 3 anything else. */
const kinds = new Uint8Array(65536)

/** Whether a character is a letter, a mark or a figure. */
export function isWordCharacter(code: number): boolean {
  return kindOf(code) < 3
}

/** Whether a character is no letter, or one of a script whose words touch each other. */
export function isLooseCharacter(code: number): boolean {
  return kindOf(code) > 1
}

function kindOf(code: number): number {
  const known = kinds[code]!
  if (known) return known
  const word = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code))
  const loose =
    (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af)
  return (kinds[code] = loose ? 2 : word ? 1 : 3)
}
