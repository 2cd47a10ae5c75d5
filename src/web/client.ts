import { BlockList, isIP } from 'node:net'

/**
 * From where a request comes, given the address at the other end of the connection and `X-Forwarded-For`, of which only what
 * trusted proxies have written is believed: the last address that is no proxy of ours. An IPv6 client is its network of 64
 * bits, which is what one household or machine has. Nothing when the connection is not known.
 */
export type ClientOf = (peer: string | undefined, forwarded?: string | null) => string | undefined

/** `proxies` are addresses and networks, such as `127.0.0.1` and `10.0.0.0/8`. */
export function clientsBehind(proxies: readonly string[]): ClientOf {
  const trusted = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = familyOf(address)
    if (bits === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(bits), family)
  }
  return (peer, forwarded) => {
    let client = peer
    const written = forwarded?.split(',').map(bare) ?? []
    while (client && isIP(client) && trusted.check(client, familyOf(client))) {
      const before = written.pop()
      if (before === undefined || !isIP(before)) break
      client = before
    }
    return client && networkOf(client)
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

/** Some proxies write ports, and IPv6 in brackets. */
function bare(written: string): string {
  const [, bracketed, plain] = /^\s*(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)\s*$/.exec(written) ?? []
  return bracketed ?? plain ?? written.trim()
}

function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  if (isIP(plain) !== 6) return address
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? []
  if (mapped) return mapped
  // As URLs write it: hexadecimal throughout, the longest run of noughts as "::".
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail?.split(':').filter(Boolean) ?? []
  const noughts = Array.from({ length: 8 - start.length - end.length }, () => '0')
  return `${[...start, ...noughts, ...end].slice(0, 4).join(':')}::/64`
}
