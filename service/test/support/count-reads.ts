/**
 * A copy of a value whose objects count how often a property of them is read: work that grows with the square of a list shows in it, whatever
 * the machine.
 */
export function countReads<T extends object>(value: T): { counted: T; reads: () => number } {
  let reads = 0
  const counting = <U>(part: U): U => {
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(counting) as U
    return new Proxy(part as object, {
      get(object, key, receiver) {
        reads++
        return Reflect.get(object, key, receiver)
      },
    }) as U
  }
  return { counted: counting(value), reads: () => reads }
}
