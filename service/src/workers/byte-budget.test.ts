import { expect, it, vi } from 'vitest'
import { type ByteBudget, type ByteShare, openByteBudget } from './byte-budget.js'

it('all together hold what is allowed and no more, until somebody gives', () => {
  const budget = openByteBudget(100)
  const [a, b, c] = [budget.open('a'), budget.open('b'), budget.open('c')]
  expect([a.take(40), b.take(40), c.take(30)]).toEqual([true, true, false])
  a.give(15)
  expect([c.take(30), c.take(10)]).toEqual([true, false])
  b.close()
  expect([c.take(20), b.take(1)]).toEqual([true, false])
})

it('one owner holds half at most, whatever the number of requests', () => {
  const budget = openByteBudget(100)
  const requests = Array.from({ length: 5 }, () => budget.open('a'))
  expect(requests.map(request => request.take(20))).toEqual([true, true, false, false, false])
  expect(budget.open('b').take(50)).toBe(true)
  for (const request of requests) request.close()
  expect(budget.open('a').take(50)).toBe(true)
})

it('a single request may hold more, as long as it is alone', () => {
  const budget = openByteBudget(100)
  const one = budget.open('a')
  expect([one.take(90), one.take(90), budget.open('b').take(1)]).toEqual([true, true, false])
  one.close()
  one.give(5)
  expect(budget.open('b').take(50)).toBe(true)
})

const NEVER = new AbortController().signal

/** Notes the names of waits as they are served. */
function waits() {
  const served: string[] = []
  return {
    served,
    note: (name: string, wait: Promise<void>) =>
      void wait.then(
        () => served.push(name),
        () => served.push(`${name} left`),
      ),
  }
}
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

it('who waits is served in the order of asking, and a small one does not overtake a large one', async () => {
  const budget = openByteBudget(100)
  const first = budget.open('a')
  const [large, small] = [budget.open('b'), budget.open('c')]
  const { served, note } = waits()
  await first.wait(50, NEVER)
  const second = budget.open('d')
  await second.wait(40, NEVER)
  note('large', large.wait(50, NEVER))
  note('small', small.wait(10, NEVER))
  await settled()
  expect(served).toEqual([])
  second.close()
  await settled()
  expect(served).toEqual(['large'])
  first.close()
  await settled()
  expect(served).toEqual(['large', 'small'])
})

it('an owner whose half is full holds up nobody else', async () => {
  const budget = openByteBudget(100)
  const { served, note } = waits()
  const first = budget.open('a')
  await first.wait(50, NEVER)
  note('own', budget.open('a').wait(10, NEVER))
  note('other', budget.open('b').wait(50, NEVER))
  await settled()
  expect(served).toEqual(['other'])
  first.give(10)
  await settled()
  expect(served).toEqual(['other', 'own'])
})

it('what is larger than all may hold waits until it is alone, and nobody overtakes it', async () => {
  const budget = openByteBudget(100)
  const { served, note } = waits()
  const [first, huge, later] = [budget.open('a'), budget.open('b'), budget.open('c')]
  await first.wait(10, NEVER)
  note('huge', huge.wait(500, NEVER))
  note('later', later.wait(10, NEVER))
  await settled()
  expect(served).toEqual([])
  first.close()
  await settled()
  expect(served).toEqual(['huge'])
  huge.close()
  await settled()
  expect(served).toEqual(['huge', 'later'])
})

it('who leaves while waiting lets the next one go, and holds nothing', async () => {
  const budget = openByteBudget(100)
  const { served, note } = waits()
  const first = budget.open('a')
  await first.wait(50, NEVER)
  const leaving = new AbortController()
  const closed = budget.open('c')
  note('first', budget.open('b').wait(60, leaving.signal))
  note('closed', closed.wait(60, NEVER))
  note('last', budget.open('d').wait(50, NEVER))
  leaving.abort()
  closed.close()
  await settled()
  expect(served).toEqual(['first left', 'closed left', 'last'])
})

it('what can be done without is not taken while somebody waits, nor beyond the limit by who is alone', async () => {
  const budget = openByteBudget(100)
  const one = budget.open('a')
  expect([one.takeSpare(60), one.takeSpare(20)]).toEqual([false, true])
  const { note } = waits()
  note('other', budget.open('b').wait(90, NEVER))
  expect(one.takeSpare(10)).toBe(false)
})

/** A share that notes when it is told to be overdue. */
function openTelling(budget: ByteBudget, name: string, told: string[]): ByteShare {
  const share = budget.open(name)
  share.onOverdue = () => void told.push(name)
  return share
}

it('who has held its bytes for too long is told so while another waits, and only then', async () => {
  const budget = openByteBudget(100, { holdMs: 20, stallMs: 600_000 })
  const told: string[] = []
  const [slow, other] = ['slow', 'other'].map(name => openTelling(budget, name, told))
  await slow!.wait(50, NEVER)
  await other!.wait(20, NEVER)
  const { served, note } = waits()
  note('next', budget.open('next').wait(50, NEVER))
  await vi.waitFor(() => expect(told).not.toEqual([]), { timeout: 60_000 })
  expect(new Set(told)).toEqual(new Set(['slow']))
  slow!.close()
  await settled()
  expect(served).toEqual(['next'])
})

it('whose client does nothing is told so while another waits, and who waits for no client is not', async () => {
  const budget = openByteBudget(100, { holdMs: 600_000, stallMs: 20 })
  const told: string[] = []
  const [busy, read, stalled] = ['busy', 'read', 'stalled'].map(name => openTelling(budget, name, told))
  await busy!.wait(30, NEVER)
  await read!.wait(30, NEVER)
  await stalled!.wait(30, NEVER)
  read!.waitForClient(true)
  read!.waitForClient(false)
  stalled!.waitForClient(true)
  const { served, note } = waits()
  note('next', budget.open('next').wait(40, NEVER))
  await vi.waitFor(() => expect(told).not.toEqual([]), { timeout: 60_000 })
  expect(new Set(told)).toEqual(new Set(['stalled']))
  stalled!.close()
  await settled()
  expect(served).toEqual(['next'])
})

it('whose client sends less than it has to is told so, however often it sends', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const budget = openByteBudget(100, { stallMs: 1000, paceBytes: 10 })
    const told: string[] = []
    const [steady, trickling] = ['steady', 'trickling'].map(name => openTelling(budget, name, told))
    for (let at = 0; at < 4; at++) {
      steady!.take(10)
      trickling!.take(3)
      for (const share of [steady, trickling]) share!.waitForClient(true)
      vi.advanceTimersByTime(400)
    }
    expect(budget.open('next').take(50)).toBe(false)
    expect(told).toEqual(['trickling'])
  } finally {
    vi.useRealTimers()
  }
})

it('one owner holds the part that is said', () => {
  const budget = openByteBudget(100, { ownerPart: 1 / 4 })
  expect(budget.open('b').take(10)).toBe(true)
  const a = budget.open('a')
  expect([a.take(25), a.take(1)]).toEqual([true, false])
})

it('what is asked for at once gets the room of those whose clients do nothing, of the longest first and no more than it needs', () => {
  const budget = openByteBudget(100, { stallMs: 0 })
  const told: string[] = []
  const open = (name: string, owner: string, bytes: number): ByteShare => {
    const share = budget.open(owner)
    share.onOverdue = () => {
      told.push(name)
      share.close()
    }
    share.take(bytes)
    share.waitForClient(true)
    return share
  }
  open('first', 'a', 20)
  open('second', 'a', 20)
  open('third', 'b', 30)
  open('busy', 'b', 20).waitForClient(false)
  const asking = budget.open('c')
  expect(asking.take(30)).toBe(true)
  expect(told).toEqual(['first'])
  asking.close()
  expect(budget.open('b').take(10)).toBe(true)
  expect(told).toEqual(['first', 'third'])
  expect(budget.open('c').take(95)).toBe(false)
})
