import * as z from 'zod';

export const holderSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  /** When the run began, ISO 8601 in UTC. */
  since: z.string(),
  /** By which a process is told from a later one with its number: the system's start and the process's own. Empty where no system says. */
  start: z.string(),
});

/** The run that has an output. */
export type Holder = z.infer<typeof holderSchema>;
