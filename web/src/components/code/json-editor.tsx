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
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import classes from './code.module.css'
import { editorTheme } from './editor-theme.js'
import { type PlaceOfKey, suggestionsAt } from './json-suggestions.js'
import { type Problem, problems, showProblems } from './problems.js'

interface Props {
  label: string
  value: string
  /** `inserted` is how many characters came at once: more than a few were pasted. */
  onChange: (value: string, inserted: number) => void
  onBlur?: () => void
  problems: readonly Problem[]
  /** There is a problem without a position in the text. */
  invalid?: boolean
  /** Suggestions for a position: names of keys or values. */
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
