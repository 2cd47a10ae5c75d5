/** `BC-XX--Ostra-Harbour-Strike, 2nd Ld-Writethru`: the key words wires are filed under. */
export function isWireSlug(line: string): boolean {
  const text = line.replace(/^\^|<$/gu, '')
  return (
    text.length < 90 &&
    (/^[A-Z]{1,4}-[\p{L}\d]{2,4}--?[\p{L}\d-]+/u.test(text) ||
      (line !== text && /^[A-Z]{2}-/u.test(text)) ||
      /^[A-Z]{2,}(?:-[A-Z\d]{2,}){1,5}(?:\s*[/(][\p{L}\d ,.)-]*)?$/u.test(text)) &&
    !isShoutedTitle(text)
  )
}

function isShoutedTitle(text: string): boolean {
  return text.split(' ').length > 6
}
