import { syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'

/** Colors by class names (code.module.css), so that both themes share one editor. */
export const editorTheme = [
  syntaxHighlighting(classHighlighter),
  EditorView.theme({
    '&': { fontSize: '0.8125rem', backgroundColor: 'transparent', color: 'var(--mantine-color-text)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: 'var(--mantine-font-family-monospace)',
      fontVariantLigatures: 'none',
      lineHeight: '1.6',
    },
    '.cm-gutters': {
      backgroundColor: 'transparent',
      color: 'var(--text-faint)',
      border: 'none',
      paddingInlineStart: '4px',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '.cm-content': { caretColor: 'var(--mantine-color-text)', paddingBlock: '10px' },
    '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'light-dark(#cfd8ff, #37437c)',
    },
    '.cm-foldPlaceholder': {
      backgroundColor: 'var(--surface-hover)',
      border: '1px solid var(--border)',
      color: 'var(--text-muted)',
      padding: '0 6px',
    },
    '.cm-tooltip': {
      backgroundColor: 'var(--surface-raised)',
      border: '1px solid var(--border-strong)',
      borderRadius: '8px',
      boxShadow: '0 8px 24px -8px rgb(16 24 40 / 25%)',
      overflow: 'hidden',
    },
    // Everything fits: a list that scrolls would need a tab stop of its own.
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: 'none' },
    '.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--accent-soft)',
      color: 'var(--mantine-color-text)',
    },
    '.cm-completionDetail': { color: 'var(--text-muted)', fontStyle: 'normal' },
    '.cm-panels': { backgroundColor: 'var(--surface-sunken)', color: 'var(--mantine-color-text)' },
    '.cm-panels-top': { borderBottom: '1px solid var(--border)' },
    '.cm-panel.cm-search': { padding: '8px 36px 8px 10px', fontFamily: 'var(--mantine-font-family)' },
    '.cm-panel.cm-search > *, .cm-panel.cm-search [name]': { margin: '2px 6px 2px 0', fontSize: '0.8125rem' },
    '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px' },
    '.cm-panel.cm-search [name=close]': { top: '8px', right: '8px', fontSize: '1.125rem', cursor: 'pointer' },
    '.cm-textfield, .cm-button': {
      padding: '4px 10px',
      border: '1px solid var(--border-strong)',
      borderRadius: '6px',
      backgroundColor: 'var(--surface-raised)',
      backgroundImage: 'none',
      color: 'var(--mantine-color-text)',
    },
    '.cm-button': { cursor: 'pointer' },
    '.cm-button:hover': { backgroundColor: 'var(--surface-hover)' },
    '.cm-searchMatch-selected': { outline: '1px solid currentcolor' },
    '.cm-searchMatch': { backgroundColor: 'light-dark(#ffe9a8, #5a4a12)' },
    '.cm-diagnostic': { fontFamily: 'var(--mantine-font-family)', padding: '6px 10px' },
  }),
]
