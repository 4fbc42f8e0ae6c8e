import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

/** The cursor is in the name of a key or in the value of `key`; `path` leads to the object. */
export type PlaceOfKey =
  | { kind: 'key'; path: readonly string[]; present: readonly string[] }
  | { kind: 'value'; path: readonly string[]; key: string }

/** Completions inside a string (a key's name or a value), or where a key may begin. */
export function suggestionsAt(
  context: CompletionContext,
  suggest: (place: PlaceOfKey) => readonly Completion[],
): CompletionResult | null {
  const node = syntaxTree(context.state).resolveInner(context.pos, -1)
  const place = placeOf(context.state, node)
  if (place === undefined) return null
  const quoted = node.name === 'PropertyName' || node.name === 'String'
  const from = quoted ? node.from + 1 : context.pos
  if (!quoted && !context.explicit) return null
  const closed = context.state.sliceDoc(context.pos, context.pos + 1) === '"'
  const options = suggest(place).map(option => {
    const text = typeof option.apply === 'string' ? option.apply : option.label
    if (text !== option.label) return quoted ? { ...option, apply: option.label } : option
    return { ...option, apply: quoted ? `${text}${closed ? '' : '"'}` : `"${text}"` }
  })
  return options.length === 0 ? null : { from, options, validFor: quoted ? /^[^"\\]*$/ : /^$/ }
}

function placeOf(state: EditorState, node: SyntaxNode): PlaceOfKey | undefined {
  if (node.name === 'PropertyName') {
    const object = node.parent?.parent
    return object ? { kind: 'key', path: pathOf(state, object), present: keysOf(state, object) } : undefined
  }
  if (node.name === 'Object' || node.name === '{' || node.name === ',') {
    const object = node.name === 'Object' ? node : node.parent
    return object?.name === 'Object'
      ? { kind: 'key', path: pathOf(state, object), present: keysOf(state, object) }
      : undefined
  }
  const property = node.name === 'Property' ? node : node.parent
  const object = property?.parent
  if (property?.name !== 'Property' || !object) return undefined
  return { kind: 'value', path: pathOf(state, object), key: keyOf(state, property) }
}

function pathOf(state: EditorState, object: SyntaxNode): string[] {
  const path: string[] = []
  for (let node = object.parent; node !== null; node = node.parent)
    if (node.name === 'Property') path.unshift(keyOf(state, node))
  return path
}

function keysOf(state: EditorState, object: SyntaxNode): string[] {
  return object.getChildren('Property').map(property => keyOf(state, property))
}

function keyOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild('PropertyName')
  return name === null ? '' : state.sliceDoc(name.from + 1, name.to - 1)
}
