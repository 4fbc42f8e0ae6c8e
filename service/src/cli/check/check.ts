import type { Command } from 'commander'
import { type Config, readConfig } from '../../config.js'
import { AppError } from '../../errors/app-error.js'
import type { Terminal } from '../terminal.js'
import { cliTexts } from '../texts.js'
import { type CheckResult, checkClock, checkDatabase, checkDisk } from './checks.js'

const texts = cliTexts.check

export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command('check')
    .description(texts.description)
    .action(() => check(terminal))
}

async function check(terminal: Terminal): Promise<void> {
  const results: CheckResult[] = []
  const report = (result: CheckResult): void => {
    results.push(result)
    terminal.print(result.ok ? texts.good(result.text) : texts.bad(result.text))
  }
  const config = readEnvironment(terminal, report)
  if (config) {
    await checkDatabase(config, report)
    await checkDisk(config, report)
  }
  checkClock(new Date(), report)
  const bad = results.filter(result => !result.ok).length
  if (bad > 0) throw new AppError('unavailable', texts.failed(bad))
}

function readEnvironment(terminal: Terminal, report: (result: CheckResult) => void): Config | undefined {
  try {
    const config = readConfig(terminal.env)
    report({ ok: true, text: texts.configGood })
    return config
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    report({ ok: false, text: error.message })
    return undefined
  }
}
