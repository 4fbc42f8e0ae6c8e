import type { Order } from '@obmen/sdk'
import type { Client } from '@obmen/simulator'

export interface SampleCompany {
  name: string
  inn: string
  kpp?: string
  /** The 1C on its other side. */
  client: Client
  integration: string
  settings: Record<string, unknown>
  /** What it sells: name, goods or service, unit, price in kopecks, VAT. */
  sells: readonly [
    name: string,
    kind: 'goods' | 'service',
    unit: string,
    price: number,
    vat: Order['lines'][number]['vat'],
  ][]
}

const METHOD = 'Оплата картой внешняя'

/** An imaginary technopark; people, names and numbers are made up. */
export const SAMPLES = {
  location: 'Технопарк «Заречный»',
  timezone: 'Asia/Yekaterinburg',
  adminEmail: 'admin@zarechny.example',
  companies: [
    {
      name: 'ООО «Ромашка»',
      inn: '6658000113',
      kpp: '665801001',
      client: 'bp',
      integration: 'Касса технопарка',
      // No pause: the demo's exchanges follow one another immediately.
      settings: {
        paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
        paymentmethodname: METHOD,
        quarantinepause: 0,
      },
      sells: [
        ['Аренда переговорной, час', 'service', '356', 150_000, '22'],
        ['Рабочее место в коворкинге, день', 'service', '359', 90_000, '22'],
        ['Печать на 3D-принтере', 'service', '796', 47_550, 'none'],
      ],
    },
    {
      name: 'ООО «Столовая на Мира»',
      inn: '6671000440',
      kpp: '667101001',
      client: 'unf',
      integration: 'Столовая',
      settings: { paymentrules: [{ status: 'purchased' }], paymentmethodname: METHOD, client: 'unf' },
      sells: [
        ['Комплексный обед', 'service', '796', 39_000, '10'],
        ['Кофе-брейк на группу', 'service', '796', 850_000, '10'],
      ],
    },
    {
      name: 'ООО «ТехСнаб»',
      inn: '6672000556',
      kpp: '667201001',
      client: 'ut',
      integration: 'Оптовый склад',
      settings: {
        paymentrules: [{ gateway: 'CKassa' }, { gateway: 'Invoice' }],
        paymentmethodname: METHOD,
        client: 'ut',
      },
      sells: [
        ['Кабель силовой ВВГ 3×2,5', 'goods', '006', 8_990, 'none'],
        ['Датчик температуры', 'goods', '796', 124_000, 'none'],
      ],
    },
    {
      name: 'ИП Садовникова А. В.',
      inn: '665800011005',
      client: 'rt',
      integration: 'Магазин на первом этаже',
      settings: { paymentrules: [{}], paymentmethodname: METHOD, client: 'rt' },
      sells: [
        ['Букет «Осень»', 'goods', '796', 250_000, 'none'],
        ['Удобрение для орхидей', 'goods', '796', 35_000, '10'],
      ],
    },
  ] satisfies readonly SampleCompany[] as readonly SampleCompany[],
  people: [
    ['Иванов', 'Иван', 'Петрович'],
    ['Кузнецова', 'Мария', 'Сергеевна'],
    ['Ахметов', 'Тимур', 'Рашидович'],
    ['Орлова', 'Елена', 'Викторовна'],
  ] as const,
  businesses: [
    ['ООО «Вектор»', 'Общество с ограниченной ответственностью «Вектор»', '6658000226', '665801001'],
    ['АО «Северный ветер»', 'Акционерное общество «Северный ветер»', '6659000772', '665901001'],
  ] as const,
  address: '620000, г. Екатеринбург, ул. Мира, д. 1',
  place: 'Корпус 1, этаж 5, переговорная 501',
  department: 'Подразделение',
  departmentName: 'Северный корпус',
  comment: 'Просьба подготовить документы',
}
