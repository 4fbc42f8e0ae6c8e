const OWN_DATABASE = 'задайте DATABASE_URL с адресом своего PostgreSQL (14 или новее)'

export const embeddedTexts = {
  noBinaries: (system: string) =>
    `Встроенный PostgreSQL не установлен для этой системы (${system}): ` +
    `выполните npm ci без --omit=optional либо ${OWN_DATABASE}.`,
  unsupported: (system: string) =>
    `Встроенный PostgreSQL не выпускается для этой системы (${system}): ${OWN_DATABASE}.`,
  noGlibc: () =>
    'Встроенному PostgreSQL нужна glibc, а в этой системе её нет (Alpine и другие системы с musl): ' +
    `возьмите образ на Debian или ${OWN_DATABASE}.`,
  binariesDamaged: (folder: string, detail: string) =>
    `Программы встроенного PostgreSQL в ${folder} не запускаются (${detail}): ` +
    `выполните npm ci заново или ${OWN_DATABASE}.`,
  noCache: (folder: string, detail: string) =>
    `Не удалось скопировать программы встроенного PostgreSQL из ${folder} туда, где их прочтёт ` +
    `другой пользователь (${detail}): установите Obmen вне закрытой папки или ${OWN_DATABASE}.`,
  unknownAccount: (name: string) =>
    `RUN_AS=«${name}»: учётной записи с таким именем, кроме root, в этой системе нет: ` +
    `заведите её (useradd --system ${name}) или назовите другую.`,
  runsAsNobody: () =>
    'Встроенный PostgreSQL работает от имени nobody: любой процесс nobody на этой машине может читать ' +
    'и менять файлы базы. Чтобы это кончилось, заведите учётную запись obmen (useradd --system obmen) ' +
    'или назовите другую в RUN_AS и запустите Obmen снова.',
  cannotSwitchUser: (uid: number, detail: string) =>
    `PostgreSQL не работает от имени root, а перейти к пользователю ${uid} не удалось (${detail}): ` +
    `запустите Obmen обычным пользователем или ${OWN_DATABASE}.`,
  dataDirClosed: (folder: string, uid: number) =>
    `PostgreSQL не работает от имени root, а пользователю ${uid} папка ${folder} недоступна: ` +
    'перенесите DATA_DIR в открытую папку, установите setpriv (пакет util-linux) ' +
    'или запустите Obmen обычным пользователем.',
  dataDirUnusable: (folder: string, detail: string) =>
    `Папкой данных ${folder} нельзя пользоваться (${detail}): проверьте DATA_DIR и права на эту папку.`,
  dataDirOfAnother: (folder: string) =>
    `База в ${folder} принадлежит другому пользователю: запустите Obmen от его имени или от имени root.`,
  cannotLock: (file: string, detail: string) =>
    `Не удалось занять папку данных, ${file} (${detail}): установите flock (пакет util-linux), ` +
    `перенесите DATA_DIR на местный диск или ${OWN_DATABASE}.`,
  diskFull: (folder: string) => `На диске с папкой ${folder} кончилось место: освободите его и повторите.`,
  folderTaken: (folder: string) =>
    `В папке ${folder} лежит что-то постороннее, а не база Obmen: ` +
    'уберите её или укажите другую DATA_DIR.',
  noCluster: (folder: string) => `Базы в ${folder} больше нет: папку убрали или очистили.`,
  otherMajor: (folder: string, found: string, expected: number) =>
    `База в ${folder} создана PostgreSQL ${found}, а эта версия Obmen работает с ${expected}: ` +
    'перенесите её прежней версией Obmen в свой PostgreSQL (obmen copy --to адрес пустой базы) ' +
    'и укажите его этой версии в DATABASE_URL.',
  initdbFailed: (folder: string, detail: string) =>
    `Не удалось подготовить базу в ${folder}: ${detail} Устраните причину или ${OWN_DATABASE}.`,
  noUserName: (uid: number) =>
    `у пользователя с номером ${uid} нет имени в этой системе, а PostgreSQL оно нужно: ` +
    'заведите его в /etc/passwd.',
  startFailed: (log: string, detail: string) =>
    `Встроенный PostgreSQL не запустился: ${detail} ` +
    `Подробности в ${log}; устраните причину или ${OWN_DATABASE}.`,
  alreadyServed: (folder: string, pid: string) =>
    `Папкой данных ${folder} уже занят другой obmen serve или obmen copy (процесс ${pid}): ` +
    'остановите его или укажите другую DATA_DIR.',
  usedElsewhere: (folder: string) =>
    `Базой в ${folder} уже пользуется Obmen в другом контейнере или на другой машине: ` +
    `выполните команду там (docker exec), остановите его или ${OWN_DATABASE}.`,
  lost: (detail: string) => `Встроенный PostgreSQL остановился, и поднять его заново не удалось: ${detail}`,
  cameBack: (log: string) => `Встроенный PostgreSQL прервался и снова работает. Подробности в ${log}.`,
  noDetail: () => 'он не назвал причины.',
}
