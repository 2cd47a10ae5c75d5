import { type ParseArgsConfig } from 'node:util'
import { type Override } from '../story/judge.ts'
import { UsageError } from './command.ts'
import { type Call } from './on-story.ts'

/** The flag of commands that let a story out: somebody takes an objection of the house upon himself. */
export const overrideFlag = {
  override: { type: 'string', multiple: true },
} as const satisfies ParseArgsConfig['options']

/** What it means, for help. */
export const overrideHelp = `
  --override RULE=REASON  goes out although the house objects by this rule; the reason is kept with the version`.slice(
  1,
)

/** The objections that a call overrides, as verbs take them. Throws `UsageError` where a reason is missing. */
export function overridesIn({ override = [] }: Call['values']): { overrides: readonly Override[] } {
  const all = Array.isArray(override) ? override : [String(override)]
  return {
    overrides: all.map((typed) => {
      const [, rule, reason] = /^([\w-]+)=\s*(\S[\s\S]*)$/.exec(typed) ?? []
      if (!rule || !reason)
        throw new UsageError(
          `--override is RULE=REASON, such as --override "correction-undone=It fell again", not “${typed}”.`,
        )
      return { rule, reason }
    }),
  }
}
