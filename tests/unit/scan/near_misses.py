"""Texts that tell of nobody in the vault beside them, though they come near: one text a line."""

VAULT = [
    {"person": "PER-010", "names": [{"last": "Мороз", "first": "Надія", "patronymic": "Степанівна"}]},
    {"person": "PER-011", "names": [{"last": "Коваль", "first": "Лев", "patronymic": "Богданович"}]},
    {"person": "PER-012", "names": [{"last": "Ткач", "first": "Віра", "patronymic": "Олексіївна"}]},
    {"person": "PER-013", "names": [{"last": "Сова", "first": "Роман", "patronymic": "Ілліч"}]},
    {"person": "PER-014", "names": [{"last": "Лис", "first": "Любов", "patronymic": "Іванівна"}]},
    {"person": "PER-015", "names": [{"last": "Лі", "first": "Анна"}]},
    {"person": "PER-016", "names": [{"last": "Білий", "first": "Марко", "patronymic": "Панасович"}]},
    {"person": "PER-017", "names": [{"last": "Гончар", "first": "Злата", "patronymic": "Юріївна"}]},
    {"person": "PER-018", "names": [{"last": "Стельмах", "first": "Данило", "patronymic": "Орестович"}]},
    {"person": "PER-019", "names": [{"last": "Stone", "first": "Mark"}]},
    {"person": "PER-020", "names": [{"last": "Довгань", "first": "Тарас", "patronymic": "Якович"}]},
]

WORDS = """
надворі був мороз
після морозів дороги розвезло
від морозу замерзли труби
the frost was hard
мережа морозильних камер
у селі працює коваль
ковалем він був тридцять років
ковалі й теслі
ковальська майстерня
ткач і ткаля
ткацький верстат
ткачем не став
у лісі кричала сова
сови не видно
із совою на плечі
шерсть як у лиса
лисий дід
рудий лис утік
чи є лі у назві
лі – міра довжини в Китаї
білий хліб
у білому одязі
біла хата
гончар ліпив глечик
до гончара не пішли
стельмах робив вози
без стельмаха
a stone was thrown
stones and bricks
the wall of stone
довгий шлях
надія на повернення
віра і любов
роман у двох томах
злата прикраса
лев у клітці
Морозиво продавали біля школи
Морозівка – село
Морозов приїхав пізніше
Морозенко й Морозюк
Морозова Ганна
Ковальчук свідчив першим
Ковальов не прийшов
Коваленко Іван
Ткаченко Ігор
Ткачук Ніна
Совенко
Совінський
Лисенко
Лисяк
Лисичанськ
Білик
Білоус
Білецький
Гончаренко
Гончарук
Гончарівка
Стельмащук
Довженко
Довгаленко
Щербак
Щербина
Щербань
Щербаков
Щербаківський
Щербакова
Дячук
Дяченко
Дяків
Зразкова
Зразковий
Зразок
зразковий захід
Вигаданий
Прикладний аналіз
Марія Прикладенко
Марія
Олег
Олег Олегович
Юрійович
Іван Юрійович
Ганна Петрівна
Ольга Іллівна
Ганна
Данило
Тарас
Roman law applies
Mark the page
Stonehenge
Limestone was found
Anna came
Lee and Lin are near
Shcherbak
Shcherbina
Scherzer
Shchedryk
Sovereign
Sow and reap
Morose
Morocco
Kovacs
Kovalev
Tkachenko
Bilyk
Lyon
Dyachenko
sovkhoz
"""

FIGURES = """
+380 67 345-81-93
067 345-81-82
(067) 355-81-92
345-81-92
0673458
1067345819
паспорт АК 482916
паспорт АК 482195
паспорт АН 482915
КА 482915
482915
рахунок 4829150000
22.11.1987
24.11.1987
23.12.1987
23.11.1986
23.11.1997
11.23.87 версія
1987-11-22
1987-11-30
листопад 1987 року
23 листопада 2022 року
22 листопада 1987 року
November 1987
November 22, 1987
23 October 1987
1987
23.11
2311-19-8-7
231119-8-7
ст. 23, п. 11
вулиця Тіньова
вулиця Тіньова, 18
вулиця Сонячна, 17
вул. Тіньова, буд. 7
квартира 4
будинок 17
17 Sunny Street
Tinova Street
місто Умовне
село Вигаданівка
у Вигаданівці було тихо
PER-002 із села Вигаданівка
EV-0017, EV-0004
PER-001
PER-015
SRC-17
стор. 17
17 квітня
1:17:04
"""

SIGNS = """
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
da39a3ee5e6b4b0d3255bfef95601890afd80709
https://example.org/news/2022/11/23/page.html
https://example.org/a?id=17&lang=uk#top
https://t.me/example_channel/1987
http://www.w3.org/1999/xhtml
urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8
iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4
R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24
files/ev-0017.pdf
case.yaml:41:14
lang="uk"
word/document.xml
w:rsidR="00A17B2C"
Times New Roman
color: #1e1e1e; margin: 0 17px
SHA-256
ISO 8601
A4, 210 × 297
10.5281/zenodo.1234567
"""

LINES = [line for block in (WORDS, FIGURES, SIGNS) for line in block.strip().splitlines()]
