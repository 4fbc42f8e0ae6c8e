import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Logo } from '../../app/shell/logo.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './guest-frame.module.css'

interface Props {
  title: string
  text?: ReactNode
  children: ReactNode
}

/** Frame of pages without sign-in: one card, the product's logo, the language. */
export function GuestFrame({ title, text, children }: Props) {
  const { language, setLanguage } = useLanguage()
  const t = useTexts(texts)
  const other = language === 'ru' ? 'en' : 'ru'
  useEffect(() => {
    document.title = `${title} · ${t.product}`
  }, [title, t.product])
  return (
    <div className={classes.frame}>
      <main className={classes.card}>
        <Logo />
        <h1 className={classes.title}>{title}</h1>
        {text !== undefined && <p className={classes.text}>{text}</p>}
        {children}
      </main>
      <footer>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          lang={other}
          onClick={() => setLanguage(other)}
        >
          {t.otherLanguage}
        </Button>
      </footer>
    </div>
  )
}
