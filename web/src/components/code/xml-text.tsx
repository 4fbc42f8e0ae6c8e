import { xml } from '@codemirror/lang-xml'
import { codeFolding, foldAll, foldGutter, foldKeymap, unfoldAll } from '@codemirror/language'
import { openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { editorTheme } from './editor-theme.js'

export interface XmlTextHandle {
  foldAll: () => void
  unfoldAll: () => void
  search: () => void
}

interface Props {
  text: string
  label: string
  wrap: boolean
  /** Words of the search panel, by their English: CodeMirror's phrases. */
  phrases: Readonly<Record<string, string>>
  ref?: Ref<XmlTextHandle>
}

/** The text in CodeMirror, read-only: only visible lines are in the page, so megabytes are fine. */
export function XmlText({ text, label, wrap, phrases, ref }: Props) {
  const parent = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const wrapping = useRef(new Compartment())

  useImperativeHandle(ref, () => ({
    foldAll: () => view.current && foldAll(view.current),
    unfoldAll: () => view.current && unfoldAll(view.current),
    search: () => view.current && openSearchPanel(view.current),
  }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: `wrap` is followed by the effect below
  useEffect(() => {
    if (parent.current === null) return
    const created = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          editorTheme,
          xml(),
          lineNumbers(),
          codeFolding(),
          foldGutter(),
          search({ top: true }),
          EditorState.phrases.of(phrases),
          keymap.of([...searchKeymap, ...foldKeymap]),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
            role: 'textbox',
            'aria-readonly': 'true',
          }),
          wrapping.current.of(wrap ? EditorView.lineWrapping : []),
        ],
      }),
    })
    view.current = created
    return () => created.destroy()
  }, [text, label, phrases])

  useEffect(() => {
    view.current?.dispatch({ effects: wrapping.current.reconfigure(wrap ? EditorView.lineWrapping : []) })
  }, [wrap])

  return <div ref={parent} />
}
