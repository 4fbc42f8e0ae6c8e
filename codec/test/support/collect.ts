/** All that an async iterable gives (Array.fromAsync, which Node.js 20 lacks). */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}
