import { type EditorState, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'

export interface Problem {
  from: number
  to: number
  message: string
}

export const showProblems = StateEffect.define<readonly Problem[]>()

const SHOWN = 5
const mark = Decoration.mark({ class: 'cm-lintRange cm-lintRange-error' })

class MessageWidget extends WidgetType {
  readonly message: string

  constructor(message: string) {
    super()
    this.message = message
  }

  override eq(other: MessageWidget): boolean {
    return other.message === this.message
  }

  toDOM(): HTMLElement {
    const frame = document.createElement('div')
    frame.className = 'cm-problem'
    const message = frame.appendChild(document.createElement('div'))
    message.setAttribute('role', 'alert')
    message.textContent = this.message
    return frame
  }
}

/** Underlines each problem and explains it under its line. Removed as soon as the text is edited. */
export const problems = [
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(shown, transaction) {
      for (const effect of transaction.effects)
        if (effect.is(showProblems)) return decorations(transaction.state, effect.value)
      return transaction.docChanged ? Decoration.none : shown
    },
    provide: field => EditorView.decorations.from(field),
  }),
  EditorView.theme({
    '.cm-lintRange-error': {
      textDecoration: 'underline wavy var(--text-danger)',
      textDecorationSkipInk: 'none',
      textUnderlineOffset: '3px',
    },
    // Padding, not margins: the editor measures heights without margins.
    '.cm-problem': { padding: '2px 8px 6px 6px' },
    '.cm-problem > div': {
      padding: '4px 10px',
      borderLeft: '3px solid var(--text-danger)',
      borderRadius: '4px',
      background: 'light-dark(#fef1f0, #37191a)',
      color: 'var(--text-danger)',
      fontFamily: 'var(--mantine-font-family)',
      fontSize: '0.8125rem',
      lineHeight: '1.45',
      whiteSpace: 'normal',
      userSelect: 'none',
    },
  }),
]

function decorations(state: EditorState, found: readonly Problem[]): DecorationSet {
  const length = state.doc.length
  const ranges: Range<Decoration>[] = []
  for (const { from, to, message } of found.slice(0, SHOWN)) {
    const start = Math.min(from, length)
    const end = Math.min(Math.max(to, start), length)
    if (end > start) ranges.push(mark.range(start, end))
    const line = state.doc.lineAt(start)
    ranges.push(
      Decoration.widget({ widget: new MessageWidget(message), block: true, side: 1 }).range(line.to),
    )
  }
  return Decoration.set(ranges, true)
}
