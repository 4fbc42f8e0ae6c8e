/** Colors of a terminal, or none. */
export interface Paint {
  good(text: string): string
  bad(text: string): string
  warn(text: string): string
  dim(text: string): string
  strong(text: string): string
}

export function paint(color: boolean): Paint {
  const code = (open: number, close: number) => (text: string) =>
    color ? `\u001B[${open}m${text}\u001B[${close}m` : text
  return { good: code(32, 39), bad: code(31, 39), warn: code(33, 39), dim: code(2, 22), strong: code(1, 22) }
}
