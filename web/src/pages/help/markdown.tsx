import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { pictureUrl } from './chapters.js'
import classes from './help.module.css'
import { type Block, type Inline, parseInline, parseMarkdown, slug } from './parse-markdown.js'

/** A chapter of the guide. Its title is the page's own heading, so it is left out. */
export function Markdown({ source }: { source: string }) {
  return parseMarkdown(source)
    .filter(block => block.kind !== 'heading' || block.level > 1)
    .map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a chapter never changes
      <BlockOf key={index} block={block} />
    ))
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3'
      return (
        <Heading id={block.id}>
          {/* Links within the guide name it as GitHub does. */}
          {slug(block.text) !== block.id && <span id={slug(block.text)} />}
          <Text text={block.text} />
        </Heading>
      )
    }
    case 'text':
      return (
        <p>
          <Text text={block.text} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Text text={block.text} />
        </blockquote>
      )
    case 'code':
      return <pre className="mono">{block.text}</pre>
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map(item => (
            <li key={item}>
              <Text text={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        // biome-ignore-start lint/a11y/noRedundantRoles: display: block on a phone takes the roles away
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              {block.head.map(title => (
                <th key={title} role="columnheader" scope="col">
                  <Text text={title} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {block.rows.map(row => (
              <tr key={row.join('|')} role="row">
                {row.map((text, index) => (
                  <td key={text} role="cell" data-title={block.head[index]}>
                    <Text text={text} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        // biome-ignore-end lint/a11y/noRedundantRoles: as above
      )
  }
}

function Text({ text }: { text: string }) {
  return parseInline(text).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a chapter never changes
    <InlineOf key={index} part={part} />
  ))
}

function InlineOf({ part }: { part: Inline }) {
  switch (part.kind) {
    case 'plain':
      return part.text
    case 'bold':
      return (
        <strong>
          <Text text={part.text} />
        </strong>
      )
    case 'italic':
      return <em>{part.text}</em>
    case 'code':
      return <code className="mono">{part.text}</code>
    case 'image':
      return <Picture path={part.target} text={part.text} />
    case 'link':
      return <GuideLink target={part.target} text={part.text} />
  }
}

function Picture({ path, text }: { path: string; text: string }) {
  const { data } = useQuery({
    queryKey: ['guide-picture', path],
    queryFn: () => pictureUrl(path),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return null
  return <img src={data} alt={text} loading="lazy" className={classes.picture} />
}

/** Within the guide; what lies outside of it is only named. */
function GuideLink({ target, text }: { target: string; text: string }) {
  const [, chapter, hash] = /^(?:(?:\.\.\/)?([\w-]+)\.md)?(?:#(.+))?$/.exec(target) ?? []
  if (chapter !== undefined)
    return (
      <Link to="/help/$chapter" params={{ chapter }} {...(hash && { hash })}>
        <Text text={text} />
      </Link>
    )
  if (hash !== undefined)
    return (
      <Link to="." hash={hash}>
        <Text text={text} />
      </Link>
    )
  if (/^https?:/.test(target))
    return (
      <a href={target} target="_blank" rel="noreferrer">
        {text}
      </a>
    )
  return <Text text={text} />
}
