import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { NotFound } from '../../app/no-page.js'
import { Loaded } from '../../components/layout/loaded.js'
import { PageHeader } from '../../components/layout/page-header.js'
import type { Language } from '../../texts/catalogue.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { loadChapter } from './chapters.js'
import classes from './help.module.css'
import { Markdown } from './markdown.js'
import { texts } from './texts.js'

const route = getRouteApi('/shell/help/$chapter')
const CONTENTS = 'README'

/** «Справка»: a chapter of the guide, built in, so that it needs no network. */
export function HelpPage() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { chapter } = route.useParams()
  const hash = useRouterState({ select: state => state.location.hash })
  const query = useQuery({
    queryKey: ['guide', language, chapter],
    queryFn: () => loadChapter(chapter, language),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data } = query
  if (data === null) return <NotFound />
  const title = /^# (.*)$/m.exec(data?.source ?? '')?.[1] ?? t.title
  return (
    <>
      <PageHeader
        title={chapter === CONTENTS ? t.title : title}
        description={data?.language === 'ru' ? t.inRussian : t.inEnglish}
        {...(chapter !== CONTENTS && {
          back: { link: { to: '/help/$chapter', params: { chapter: CONTENTS } }, text: t.contents },
        })}
      />
      <Loaded query={query}>{found => found && <Chapter {...found} hash={hash} />}</Loaded>
    </>
  )
}

/** Scrolls to the section that the address names, once the chapter is drawn. */
function Chapter({ source, language, hash }: { source: string; language: Language; hash: string }) {
  useEffect(() => {
    if (source !== '' && hash !== '') document.getElementById(decodeURIComponent(hash))?.scrollIntoView()
  }, [source, hash])
  return (
    // The page centers what is narrower than it: the text begins below its title.
    <div>
      <article lang={language} className={classes.chapter}>
        <Markdown source={source} />
      </article>
    </div>
  )
}
