import { type Moment, epoch } from './moment.ts'

/** Copy that entitled subscribers may have, marked, and the public may not, until a moment. */
export type Embargo = { until: Moment; reason?: string }

/** Whether an embargo still binds at an instant (milliseconds). */
export function binds(embargo: Embargo | undefined, now: number): boolean {
  return embargo !== undefined && epoch(embargo.until) > now
}
