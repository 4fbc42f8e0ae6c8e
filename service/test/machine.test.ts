import { describe, expect, it } from 'vitest'
import { choosePlace, countCores, type Place, readPlace } from './support/machine.js'

const GB = 2 ** 30

describe('a run of the tests', () => {
  it('counts the cores that it may use and has the memory for, eight at most', () => {
    const large = { parallelism: 2, memoryBytes: 24 * GB, cpuMax: 'max 100000\n' }
    expect(countCores(large)).toBe(2)
    expect(countCores({ ...large, cpuMax: 'max' })).toBe(2)
    const many = { ...large, parallelism: 64, memoryBytes: 256 * GB }
    expect(countCores(many)).toBe(8)
    expect(countCores({ ...many, cpuMax: '200000 100000\n' })).toBe(2)
    expect(countCores({ ...many, cpuMax: '150000 100000\n' })).toBe(2)
    expect(countCores({ ...many, cpuMax: '20000 100000\n' })).toBe(1)
    expect(countCores({ ...many, memoryBytes: 7.8 * GB })).toBe(3)
    expect(countCores({ ...many, memoryBytes: GB })).toBe(1)
  })

  it('lies in memory only where databases and programs fit together, else on a disk with room', () => {
    const shm: Place = { path: '/dev/shm', freeBytes: 24 * GB, isMemory: true }
    const tmp: Place = { path: '/tmp', freeBytes: 24 * GB, isMemory: true }
    const disk: Place = { path: '/var/tmp', freeBytes: 50 * GB, isMemory: false }
    const last: Place = { path: 'node_modules/.cache', freeBytes: 30 * GB, isMemory: false }
    const places = [shm, tmp, disk, last]
    expect(choosePlace(places, 20 * GB, 4)).toBe('/dev/shm')
    // More workers are more programs.
    expect(choosePlace(places, 20 * GB, 10)).toBe('/var/tmp')
    // Both file systems of half of 16 GB: each has room for the databases, the memory has not.
    const halves = [{ ...shm, freeBytes: 8 * GB }, { ...tmp, freeBytes: 8 * GB }, disk, last]
    expect(choosePlace(halves, 14 * GB, 4)).toBe('/var/tmp')
    expect(choosePlace([...halves.slice(0, 2), { ...disk, freeBytes: 5 * GB }, last], 14 * GB, 4)).toBe(
      'node_modules/.cache',
    )
    // A container gives /dev/shm 64 MB.
    const small = [{ ...shm, freeBytes: GB / 16 }, { ...tmp, isMemory: false }, disk]
    expect(choosePlace(small, 20 * GB, 4)).toBe('/tmp')
  })

  it('lies where there is most room if it fits nowhere', () => {
    const shm: Place = { path: '/dev/shm', freeBytes: 4 * GB, isMemory: true }
    const disk: Place = { path: '/var/tmp', freeBytes: 3 * GB, isMemory: false }
    expect(choosePlace([shm, disk], 4 * GB, 4)).toBe('/var/tmp')
  })

  it.runIf(process.platform === 'linux')('tells a file system in memory from one on a disk', () => {
    expect(readPlace('/dev/shm')).toMatchObject({ isMemory: true })
    expect(readPlace('/proc')).toMatchObject({ isMemory: false })
    expect(readPlace('/nowhere')).toBeUndefined()
  })
})
