import {
  autocompletion,
  type Completion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { Compartment, EditorState, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers, WidgetType } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import classes from './code.module.css'
import { editorTheme } from './editor-theme.js'
import { type PlaceOfKey, suggestionsAt } from './json-suggestions.js'

interface Props {
  label: string
  value: string
  /** `inserted` is how many characters came at once: more than a few were pasted. */
  onChange: (value: string, inserted: number) => void
  onBlur?: () => void
  problems: readonly Problem[]
  /** There is a problem without a position in the text. */
  invalid?: boolean
  suggest: (place: PlaceOfKey) => readonly Completion[]
}

/** JSON in CodeMirror. Tab moves on, as in every field; Ctrl+Space suggests. */
export default function JsonEditor(props: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useRef(props)
  latest.current = props
  const attributes = useRef(new Compartment())
  const invalid = props.problems.length > 0 || (props.invalid ?? false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: created once; the effects below follow the rest
  useEffect(() => {
    if (parent.current === null) return
    const created = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: props.value,
        extensions: [
          editorTheme,
          json(),
          lineNumbers(),
          history(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({
            icons: false,
            maxRenderedOptions: 12,
            override: [context => suggestionsAt(context, place => latest.current.suggest(place))],
          }),
          problems,
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          attributes.current.of(attributesOf(props.label, invalid)),
          EditorView.updateListener.of(update => {
            if (!update.docChanged || update.transactions.some(one => one.isUserEvent('outside'))) return
            let inserted = 0
            update.changes.iterChanges((...[, , , , text]) => {
              inserted += text.length
            })
            latest.current.onChange(update.state.doc.toString(), inserted)
          }),
          EditorView.domEventHandlers({ blur: () => latest.current.onBlur?.() }),
        ],
      }),
    })
    view.current = created
    return () => created.destroy()
  }, [])

  useEffect(() => {
    const shown = view.current
    if (shown === undefined || shown.state.doc.toString() === props.value) return
    shown.dispatch({
      changes: { from: 0, to: shown.state.doc.length, insert: props.value },
      selection: { anchor: Math.min(shown.state.selection.main.head, props.value.length) },
      userEvent: 'outside',
    })
  }, [props.value])

  useEffect(() => {
    const shown = view.current
    if (shown === undefined || shown.state.doc.toString() !== props.value) return
    shown.dispatch({ effects: showProblems.of(props.problems) })
  }, [props.problems, props.value])

  useEffect(() => {
    view.current?.dispatch({ effects: attributes.current.reconfigure(attributesOf(props.label, invalid)) })
  }, [props.label, invalid])

  return <div ref={parent} className={classes.editor} data-invalid={invalid || undefined} />
}

function attributesOf(label: string, invalid: boolean) {
  return EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-invalid': String(invalid),
    'aria-required': 'true',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
  })
}

interface Problem {
  from: number
  to: number
  message: string
}

const showProblems = StateEffect.define<readonly Problem[]>()

const SHOWN_PROBLEMS = 5
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
const problems = [
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
  for (const { from, to, message } of found.slice(0, SHOWN_PROBLEMS)) {
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
