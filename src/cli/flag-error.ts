/**
 * What is wrong with the flags of a call, in a sentence of ours: Node's own speaks to programmers. `help` is that of the command,
 * which names every flag it takes. Nothing when the error is about something else.
 */
export function flagSentence(error: unknown, name: string, help: string): string | undefined {
  if (!(error instanceof TypeError) || !('code' in error)) return undefined
  const [, flag = '', value = false] = /'(--?[^\s'=]+)([ =]<value>)?/.exec(error.message) ?? []
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const all = flagsIn(help)
      return `${name} does not take ${flag}; it takes ${all.join(', ')}.`
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      if (/does not take an argument/.test(error.message)) return `${flag} stands alone: nothing follows it.`
      return value
        ? `${flag} wants something behind it: see what under --help.`
        : `${flag} wants something behind it; what begins with a hyphen is written ${flag}=-….`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `${name} takes flags only: ${flagsIn(help).join(', ')}.`
    default:
      return undefined
  }
}

/** The flags that a help names, each once, in their order. */
function flagsIn(help: string): string[] {
  return [...new Set(Array.from(help.matchAll(/(?<![\w-])--[a-z][a-z-]*/g), String))].filter(
    (flag) => flag !== '--help',
  )
}
