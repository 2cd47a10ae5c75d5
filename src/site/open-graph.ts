import { type Html, html } from '../web/html.ts'

/** A picture as Open Graph names it. Addresses are absolute. */
export type Shown = { address: string; width: number; height: number; alt: string }

/** Open Graph: what a page shows of itself where its address is passed on. */
export function openGraph(page: {
  type: 'website' | 'article'
  site: string
  title: string
  address: string
  description?: string | undefined
  image: Shown
}): Html {
  const { type, site, title, address, description, image } = page
  const said = [
    ['og:type', type],
    ['og:site_name', site],
    ['og:title', title],
    ['og:url', address],
    ...(description ? [['og:description', description] as const] : []),
    ['og:image', image.address],
    ['og:image:width', String(image.width)],
    ['og:image:height', String(image.height)],
    ...(image.alt ? [['og:image:alt', image.alt] as const] : []),
  ] as const
  return html`${said.map(([name, content]) => property(name, content))}<meta name="twitter:card" content="summary_large_image">\n`
}

export function property(name: string, content: string): Html {
  return html`<meta property="${name}" content="${content}">\n`
}
