/**
 * What is wrong with a tool's answer: it found something, or it is content and saw fewer files than there are, so that it
 * cannot know. Nothing when it is right.
 */
export function faultOf({ code, saw, atLeast }: { code: number; saw: number; atLeast: number }): string | undefined {
  if (code !== 0) return 'found'
  if (saw >= atLeast && atLeast > 0) return undefined
  return `It is content, but saw ${saw} files where there are ${atLeast}: it looked at too little to know.`
}
