import { describe, expect, it } from 'vitest'
import { parseCommand } from './command.js'

const words = (target: string) => {
  const { type, mode } = parseCommand(target)
  return `${type} ${mode}`
}

describe('the command of a request (SPEC 2)', () => {
  it('2.1: parameters come in any order, mode need not be the second', () => {
    expect(words('/1c?type=sale&mode=query')).toBe('sale query')
    expect(words('/1c?mode=query&type=sale')).toBe('sale query')
    expect(parseCommand('/1c?type=sale&sessid=1&version=2.09&cmlVersion=2.10&mode=init')).toMatchObject({
      type: 'sale',
      mode: 'init',
      version: '2.09',
      cmlVersion: '2.10',
    })
  })

  it('2.2: doubled, leading and trailing ampersands do not matter', () => {
    expect(parseCommand('/1c?type=catalog&mode=init&&version=2.08').version).toBe('2.08')
    expect(parseCommand('/1c?&type=catalog&mode=file&filename=references___1.xml&').filename).toBe(
      'references___1.xml',
    )
    expect(words('/1c?&&type=sale&&&mode=success&&')).toBe('sale success')
  })

  it('2.3: a question mark in the address before the one that 1C adds does not hide the command', () => {
    expect(words('/1c?site=s1?type=sale&mode=query')).toBe('sale query')
    expect(words('/1c??type=sale&mode=query')).toBe('sale query')
  })

  it('2.4: names and words are read in any letter case', () => {
    expect(words('/1c?TYPE=Sale&Mode=CheckAuth')).toBe('sale checkauth')
    expect(parseCommand('/1c?type=sale&mode=init&CMLVERSION=2.10').cmlVersion).toBe('2.10')
  })

  it('2.5: percent-encoding is read as UTF-8, otherwise as windows-1251; a stray % stays', () => {
    expect(words('/1c?%74ype=s%61le&mode=%71uery')).toBe('sale query')
    expect(parseCommand('/1c?filename=%D0%B7%D0%B0%D0%BA%D0%B0%D0%B7.xml').filename).toBe('заказ.xml')
    expect(parseCommand('/1c?filename=%E7%E0%EA%E0%E7.xml').filename).toBe('заказ.xml')
    expect(parseCommand('/1c?filename=100%&type=sale').filename).toBe('100%')
    expect(parseCommand('/1c?filename=%zz%4').filename).toBe('%zz%4')
    expect(parseCommand('/1c?filename=a+b').filename).toBe('a b')
  })

  it('2.5: bytes sent without any encoding are read the same way', () => {
    const asNodeGivesThem = Buffer.from('заказ%31.xml').toString('latin1')
    expect(parseCommand(`/1c?filename=${asNodeGivesThem}`).filename).toBe('заказ1.xml')
    expect(parseCommand(`/1c?filename=${Buffer.from('заказ.xml').toString('latin1')}`).filename).toBe(
      'заказ.xml',
    )
  })

  it('2.6: of a repeated parameter the last one that is not empty counts', () => {
    expect(words('/1c?type=catalog&type=sale&mode=query')).toBe('sale query')
    expect(words('/1c?type=sale&mode=query&type=&mode=')).toBe('sale query')
  })

  it('2.7: what we do not know is undefined and kept as it came', () => {
    expect(parseCommand('/1c')).toMatchObject({
      type: undefined,
      mode: undefined,
      typeWord: '',
      modeWord: '',
    })
    expect(parseCommand('/1c?type=crm&mode=dance')).toMatchObject({
      type: undefined,
      typeWord: 'crm',
      mode: undefined,
      modeWord: 'dance',
    })
    expect(words('/1c?type=__proto__&mode=constructor')).toBe('undefined undefined')
  })
})
