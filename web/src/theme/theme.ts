import { createTheme, type MantineColorsTuple } from '@mantine/core'
import classes from './theme.module.css'

const ALERT_TONES: Record<string, [soft: string, text: string]> = {
  red: ['light-dark(#fef1f0, #37191a)', 'var(--text-danger)'],
  yellow: ['light-dark(#fff8e8, #33270f)', 'var(--text-warning)'],
  teal: ['light-dark(#effaf5, #12302a)', 'var(--text-success)'],
  gray: ['var(--surface-sunken)', 'var(--text-muted)'],
}

const ink: MantineColorsTuple = [
  '#eef1ff',
  '#dde3fe',
  '#bac5fb',
  '#94a4f6',
  '#7387f0',
  '#5b72ea',
  '#4a62e2',
  '#3b52d4',
  '#2f45bd',
  '#26389b',
]

const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e6e9ee',
  '#d8dce4',
  '#c2c8d2',
  '#9aa2b1',
  '#717a8a',
  '#535c6b',
  '#363d49',
  '#1b2029',
]

const dark: MantineColorsTuple = [
  '#d7dae1',
  '#b4b9c4',
  '#949ba8',
  '#68707e',
  '#3d434e',
  '#2c313a',
  '#20242b',
  '#181b21',
  '#121419',
  '#0c0e12',
]

/** A dialog's <header> would count as one more banner of the page. */
const PLAIN_HEADER = { header: { role: 'none' } }
const OVERLAY = { backgroundOpacity: 0.4, color: '#0c1120' }

const SANS =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
const MONO = "'JetBrains Mono Variable', ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace"

/** What a field is for stands below it. */
const FIELD = { inputWrapperOrder: ['label', 'input', 'description', 'error'] as const }
/** The list itself scrolls: a scrolled box inside it would be one that no key reaches. */
const SCROLLING_LIST = {
  defaultProps: { ...FIELD, withScrollArea: false },
  classNames: { options: classes.options },
}

/** `primaryShade: 8` and `autoContrast` keep every filled control at 4.5 : 1 or more, in both schemes. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 8,
  autoContrast: true,
  colors: { ink, gray, dark },
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.6', xl: '1.65' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.45' },
    },
  },
  components: {
    // Every field is required unless its description says it is optional; marks only in a form that hides
    // optional ones. The kit's own would be a text of the label: whoever looks for the label's words alone
    // wouldn't find the field.
    InputWrapper: {
      defaultProps: { withAsterisk: false },
      classNames: { label: classes.label, description: classes.description, error: classes.error },
    },
    Input: { classNames: { input: classes.input } },
    TextInput: { defaultProps: FIELD },
    PasswordInput: { defaultProps: FIELD },
    NativeSelect: { defaultProps: FIELD },
    Button: { classNames: { root: [classes.button, classes.quietWhenDisabled].join(' ') } },
    ActionIcon: { classNames: { root: classes.quietWhenDisabled } },
    Alert: {
      classNames: { root: classes.alert, message: classes.alertMessage },
      vars: (_theme: unknown, { color = '' }: { color?: string }) => {
        const [soft, text] = ALERT_TONES[color] ?? ['var(--accent-soft)', 'var(--accent-text)']
        return { root: { '--alert-bg': soft, '--alert-color': text } }
      },
    },
    // A list inside its dialog belongs to it for a screen reader too.
    Combobox: { defaultProps: { withinPortal: false } },
    Autocomplete: SCROLLING_LIST,
    MultiSelect: SCROLLING_LIST,
    Select: SCROLLING_LIST,
    Drawer: { defaultProps: { overlayProps: OVERLAY, attributes: PLAIN_HEADER } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { overlayProps: OVERLAY, attributes: PLAIN_HEADER },
      classNames: { title: classes.modalTitle, header: classes.modalHeader, content: classes.modal },
    },
    // Rendered beside its target, and so inside the same landmark.
    Tooltip: {
      defaultProps: { openDelay: 350, withArrow: false, withinPortal: false, floatingStrategy: 'fixed' },
    },
    Tabs: { classNames: { tab: classes.tab, list: classes.tabList } },
  },
})
