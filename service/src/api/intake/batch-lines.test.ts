import { describe, expect, it } from 'vitest'
import { AppError } from '../../errors/app-error.js'
import { groupLines, hasMoreLines, type RawLine } from './batch-lines.js'

const limits = { lineLimit: 20, groupSize: 3, groupBytes: 1000 }
const text = (line: RawLine): string =>
  line.content instanceof AppError ? line.content.code : Buffer.from(line.content).toString()

async function read(chunks: readonly string[]): Promise<string[][]> {
  const groups: string[][] = []
  for await (const group of groupLines(
    chunks.map(c => Buffer.from(c)),
    limits,
  )) {
    groups.push(group.map(line => `${line.line}:${text(line)}`))
  }
  return groups
}

describe('lines of a batch', () => {
  it('are the same wherever the network cuts them', async () => {
    const body = '{"a":1}\n{"b":"я"}\n\n{"c":3}'
    const whole = (await read([body])).flat()
    expect(whole).toEqual(['1:{"a":1}', '2:{"b":"я"}', '4:{"c":3}'])
    const bytes = Buffer.from(body)
    for (let cut = 1; cut < bytes.length; cut++) {
      const groups: string[] = []
      for await (const group of groupLines([bytes.subarray(0, cut), bytes.subarray(cut)], limits))
        groups.push(...group.map(line => `${line.line}:${text(line)}`))
      expect(groups).toEqual(whole)
    }
  })

  it('are counted with blank ones, the last also without its end', () => {
    const pieces = (...texts: string[]) => texts.map(each => Buffer.from(each))
    for (const body of [pieces('1\n\n3\n'), pieces('1\n', '\n3'), pieces('1\n\n3', '\n', '')]) {
      expect(hasMoreLines(body, 3)).toBe(false)
      expect(hasMoreLines(body, 2)).toBe(true)
    }
    expect(hasMoreLines([], 0)).toBe(false)
  })

  it('come in groups of at most the size asked for', async () => {
    expect((await read(['1\n2\n3\n4\n5\n6\n7'])).map(group => group.length)).toEqual([3, 3, 1])
  })

  it('let everybody else have a turn between groups, however many came at once', async () => {
    let turns = 0
    let next: NodeJS.Immediate
    const turn = (): void => {
      turns++
      next = setImmediate(turn)
    }
    next = setImmediate(turn)
    const groups = await read(['1\n'.repeat(3000)])
    clearImmediate(next)
    expect(groups).toHaveLength(1000)
    expect(turns).toBeGreaterThanOrEqual(999)
  })

  it('end a group at a number of bytes; a line that is larger is a group of its own', async () => {
    const wide = { ...limits, groupBytes: 6 }
    const groups: number[][] = []
    const body = ['1234\n12', '34\n1\n2\n3\n1234567890\n4\n5']
    for await (const group of groupLines(
      body.map(c => Buffer.from(c)),
      wide,
    ))
      groups.push(group.map(({ line }) => line))
    expect(groups).toEqual([[1, 2], [3, 4, 5], [6], [7, 8]])
  })

  it('over the limit are refused alone', async () => {
    expect((await read(['1\n', 'x'.repeat(15), 'x'.repeat(15), '\n3\n'])).flat()).toEqual([
      '1:1',
      '2:too-large',
      '3:3',
    ])
  })
})
