import { readFileSync, statfsSync } from 'node:fs'
import { availableParallelism, freemem, totalmem } from 'node:os'

const GB = 2 ** 30
/** More of them wait for the same two PostgreSQL. */
const MOST_CORES = 8
/** `statfs` of tmpfs and ramfs. */
const MEMORY_TYPES = [0x01021994, 0x858458f6]

export interface Machine {
  parallelism: number
  memoryBytes: number
  /** Content of cgroup's `cpu.max`: microseconds of processor time in each period of so many, e.g. `150000 100000`; `max` for no limit. */
  cpuMax: string
}

/** A folder that a run could fill. */
export interface Place {
  path: string
  freeBytes: number
  /** Its files lie in memory: a tmpfs. */
  isMemory: boolean
}

/**
 * Cores that a run of the tests counts its workers by: no more than a container may use (Node.js 20 tells those of its host), and one for
 * each 2 GB, as a worker takes 1 with its server or browser.
 */
export function countCores(machine: Machine = readMachine()): number {
  const [quota, period] = machine.cpuMax.split(' ').map(Number)
  // `max` is no number.
  const allowed = quota && period ? Math.ceil(quota / period) : machine.parallelism
  const fitting = Math.floor(machine.memoryBytes / (2 * GB))
  return Math.max(1, Math.min(machine.parallelism, allowed, fitting, MOST_CORES))
}

/**
 * The first place with room for a whole run: 8 GB for its databases, which stay until its end; in memory the programs of its workers
 * have to fit beside them. Without any such place the one with most room, as a run of a few files needs little.
 */
export function choosePlace(places: Place[], freeMemoryBytes: number, workers: number): string {
  const roomOf = ({ freeBytes, isMemory }: Place): number =>
    isMemory ? Math.min(freeBytes, freeMemoryBytes) - (workers + 4) * GB : freeBytes
  const roomiest = places.toSorted((one, other) => roomOf(other) - roomOf(one))[0]!
  return (places.find(place => roomOf(place) >= 8 * GB) ?? roomiest).path
}

/** Memory that can still be taken, by a container too. */
export function freeMemory(): number {
  return Math.min(freemem(), process.constrainedMemory() || freemem())
}

/** Undefined where there is no such folder. */
export function readPlace(path: string): Place | undefined {
  try {
    const { bavail, bsize, type } = statfsSync(path)
    return { path, freeBytes: bavail * bsize, isMemory: MEMORY_TYPES.includes(type) }
  } catch {
    return undefined
  }
}

function readMachine(): Machine {
  return {
    parallelism: availableParallelism(),
    memoryBytes: Math.min(totalmem(), process.constrainedMemory() || totalmem()),
    cpuMax: readCpuMax(),
  }
}

function readCpuMax(): string {
  try {
    return readFileSync('/sys/fs/cgroup/cpu.max', 'utf8')
  } catch {
    // Another system, or nothing is limited.
    return 'max'
  }
}
