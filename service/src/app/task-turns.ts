import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '../log.js'

/** One step; false when there is nothing left to do. */
export type Step = () => Promise<boolean>

interface Task {
  step: Step
  /** Requested again during a step, which may have missed the change. */
  again: boolean
  done: Promise<void>
  end: () => void
}

export interface TaskTurns {
  /**
   * Begins a task, by a name that tells it from all others; resolves when its last step is done. `owner`: the location that it works for.
   * A task that is under way already goes on until a step that began after this call finds nothing to do.
   */
  add(owner: string, name: string, step: Step): Promise<void>
  /** Resolves when no step is running any more, after `signal` aborted. */
  ended(): Promise<void>
}

/** Longest pause between two steps; also the pause after a step that did not get its lock. */
const MAX_PAUSE_MS = 1000
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Runs the steps of all tasks, one at a time, pausing as long as each took, so that others get the database and the companies' locks.
 * Owners take turns, and within an owner's turns their tasks do: whoever has many tasks delays the others no more than by one.
 */
export function startTaskTurns({ log, signal }: { log: Logger; signal: AbortSignal }): TaskTurns {
  /** Whose turn is next comes first; of each owner, the task whose turn is next. */
  const owners = new Map<string, Map<string, Task>>()
  let working: Promise<void> | undefined

  const add = (owner: string, name: string, step: Step): Promise<void> => {
    const tasks = owners.get(owner) ?? new Map<string, Task>()
    const known = tasks.get(name)
    if (known) {
      known.again = true
      return known.done
    }
    let end = (): void => {}
    const done = new Promise<void>(resolve => {
      end = resolve
    })
    tasks.set(name, { step, again: false, done, end })
    owners.set(owner, tasks)
    working ??= runAll().finally(() => {
      working = undefined
    })
    return done
  }

  const runAll = async (): Promise<void> => {
    for (let next = first(owners); next && !signal.aborted; next = first(owners)) {
      const [owner, tasks] = next
      const [name, task] = first(tasks)!
      const started = performance.now()
      const more = await runStep(name, task)
      // What was added during the step stands behind: now the last place is this one's.
      tasks.delete(name)
      owners.delete(owner)
      if (more) tasks.set(name, task)
      if (tasks.size > 0) owners.set(owner, tasks)
      if (!more) task.end()
      const rest = more === 'later' ? MAX_PAUSE_MS : performance.now() - started
      await delay(Math.min(rest, MAX_PAUSE_MS), undefined, { signal }).catch(() => undefined)
    }
  }

  const runStep = async (name: string, task: Task): Promise<boolean | 'later'> => {
    task.again = false
    try {
      return (await task.step()) || task.again
    } catch (error) {
      if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return 'later'
      log.warn({ err: error, task: name }, 'background work failed; it will be resumed')
      return false
    }
  }

  return { add, ended: async () => working }
}

function first<K, V>(map: ReadonlyMap<K, V>): [K, V] | undefined {
  for (const entry of map) return entry
  return undefined
}
