/** Where somebody comes from: names, employers and the country code of the registration form. */
export interface Region {
  readonly country: string;
  /** A name in another script carries its Latin form after a bar: `田中|Tanaka`. */
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly isFamilyNameFirst: boolean;
  /** Employers are made of one of each: `Nordhavn` and `Energi`. */
  readonly companyStems: readonly string[];
  readonly companyTrades: readonly string[];
}

const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim());

export const regions = {
  nordic: {
    country: 'NO',
    givenNames: list(
      'Astrid, Bjørn, Eirik, Frida, Håkon, Ingrid, Jørgen, Kari, Lars, Maja, Nils, Åse, Sigrid, Søren, Tuva, Øyvind, Anne-Lise, Jan Erik, Linnéa, Väinö',
    ),
    familyNames: list(
      'Hansen, Lindqvist, Østergård, Bakken, Dahl, Eriksen, Haugen, Johansson, Mäkinen, Nygård, Olsen, Sæther, Solheim, Ståhl, Thorvaldsen, Virtanen, Ødegaard, Berg Nilsen, af Klint, Kjærgaard',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Nordhavn, Fjordlys, Bølgen, Granås, Vestkyst, Solbakken'),
    companyTrades: list('Energi, Eiendom, Elektro, Kommune'),
  },
  german: {
    country: 'DE',
    givenNames: list(
      'Anja, Björn, Claudia, Dörte, Emil, Franziska, Günther, Hannah, Jürgen, Käthe, Lukas, Marlene, Niklas, Özlem, Petra, Rüdiger, Saskia, Uwe, Wiebke, Karl-Heinz, Anna-Lena, Hans Peter',
    ),
    familyNames: list(
      'Albrecht, Bäcker, Drößler, Engelhardt, Fischer, Großmann, Hübner, Jäger, Köhler, Löwe, Müller, Neumann, Pfeiffer, Richter, Schäfer, Thüringer, Vogel, Weiß, Zöllner, von Ahlen, Meyer-Landrut, zu Reden',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Auental, Birkenhof, Elbmarsch, Rheintal, Waterkant, Schönfeld'),
    companyTrades: list('Stadtwerke, Wohnbau, Haustechnik, Hotels'),
  },
  iberian: {
    country: 'ES',
    givenNames: list(
      'Alba, Álvaro, Beatriz, Diego, Inês, Íñigo, João, José Luis, Lucía, María José, Martín, Nuria, Óscar, Rocío, Sebastián, Tomás, Xavi, Gonçalo, Begoña, Ana Sofía',
    ),
    familyNames: list(
      'Álvarez, Castro, de la Cruz, Domínguez, Ferreira, García Márquez, Gómez, Ibáñez, Lopes, Magalhães, Muñoz, Núñez, Ortega y Gasset, Peña, Quintero, Ruiz, Simões, Vázquez, Zúñiga, Conceição',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Casaverde, Solterra, Marazul, Montesol, Ribera, Olivar'),
    companyTrades: list('Instalaciones, Viviendas, Energía, Hoteles'),
  },
  french: {
    country: 'FR',
    givenNames: list(
      'Aurélie, Benoît, Chloé, Émile, François, Gaëlle, Hélène, Inès, Jean-Baptiste, Léa, Mathéo, Noémie, Océane, Rémi, Sébastien, Thérèse, Anne-Sophie, Marie Claire',
    ),
    familyNames: list(
      'Bérard, Chevalier, d’Arcy, Dubois, Étienne, Fournier, Gagné, Héritier, Lefèvre, Moreau, Noël, Pétain-Roux, Renard, Saint-Germain, Thibault, de Villiers, Le Goff, Desrosiers',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Bellerive, Lumière, Montclair, Provenceau, Sequane'),
    companyTrades: list('Habitat, Énergies, Collectivités'),
  },
  british: {
    country: 'GB',
    givenNames: list(
      'Aisha, Callum, Daisy, Ewan, Fiona, Gareth, Harriet, Imogen, Jack, Keira, Liam, Megan, Niamh, Oliver, Priya, Róisín, Siân, Tariq, Mary Ann, Siobhán',
    ),
    familyNames: list(
      'Ainsworth, Brontë, Campbell, Davies, Evans, Fitzgerald, Griffiths, Hughes, Kaur, Llewellyn, MacDonald, O’Connor, O’Sullivan, Patel, Rhys-Jones, Smith, Taylor, Whitaker, Okafor, Adeyemi',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Brightfield, Greenline, Harbourside, Kestrel, Oakmere, Thornbury'),
    companyTrades: list('Housing, Property, Council, Builders'),
  },
  polish: {
    country: 'PL',
    givenNames: list(
      'Agnieszka, Błażej, Celina, Grażyna, Jędrzej, Kasia, Łukasz, Małgorzata, Paweł, Róża, Stanisław, Wojciech, Zbigniew, Žofie, Jiří, Šárka',
    ),
    familyNames: list(
      'Błaszczyk, Dąbrowski, Gałązka, Jóźwiak, Kowalska, Łuczak, Nowak, Ościłowski, Pietrzak, Śliwa, Wójcik, Zając, Żurek, Dvořák, Novotný, Růžička',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Kupka, Wiślana, Tatrazon, Moravia, Bursztyn'),
    companyTrades: list('Instal, Dom, Ciepło'),
  },
  turkish: {
    country: 'TR',
    givenNames: list(
      'Ayşe, Burak, Çağla, Deniz, Elif, Gökhan, Işıl, İlker, Merve, Oğuz, Özge, Şebnem, Tuğba, Ümit, Yiğit',
    ),
    familyNames: list(
      'Acar, Çelik, Demir, Doğan, Erdoğmuş, Güneş, Işık, Kılıç, Öztürk, Şahin, Toprak, Ünal, Yıldırım, Yılmaz',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Güneşli, Anadolu, Marmara, Toros'),
    companyTrades: list('Enerji, Yapı, Otel'),
  },
  japanese: {
    country: 'JP',
    givenNames: list(
      '葵|Aoi, 大輔|Daisuke, 恵美|Emi, 健太|Kenta, 美咲|Misaki, 直樹|Naoki, さくら|Sakura, 翔太|Shota, 拓也|Takuya, 由美子|Yumiko, 優子|Yuko, 陽菜|Hina',
    ),
    familyNames: list(
      '田中|Tanaka, 佐藤|Sato, 鈴木|Suzuki, 高橋|Takahashi, 伊藤|Ito, 渡辺|Watanabe, 中村|Nakamura, 小林|Kobayashi, 加藤|Kato, 吉田|Yoshida, 山本|Yamamoto, 松本|Matsumoto, 長谷川|Hasegawa',
    ),
    isFamilyNameFirst: true,
    companyStems: list('Asahikawa, Hinode, Midori, Seto, Yamabuki'),
    companyTrades: list('Denki, Jutaku, Setsubi'),
  },
  chinese: {
    country: 'TW',
    givenNames: list(
      '雅婷|Ya-Ting, 志明|Chih-Ming, 淑芬|Shu-Fen, 家豪|Chia-Hao, 怡君|Yi-Chun, 建宏|Chien-Hung, 欣怡|Hsin-Yi, 伟|Wei, 晓丽|Xiaoli, 俊杰|Junjie, 芳|Fang',
    ),
    familyNames: list(
      '陳|Chen, 林|Lin, 黃|Huang, 張|Chang, 李|Li, 王|Wang, 吳|Wu, 蔡|Tsai, 歐陽|Ouyang, 司馬|Sima, 赵|Zhao, 刘|Liu',
    ),
    isFamilyNameFirst: true,
    companyStems: list('Formosa, Jade Bay, Pearl River, Sun Harbour'),
    companyTrades: list('Solar, Realty, Engineering'),
  },
  korean: {
    country: 'KR',
    givenNames: list(
      '지민|Jimin, 서연|Seoyeon, 민준|Minjun, 하은|Haeun, 도윤|Doyun, 수빈|Subin, 예진|Yejin, 현우|Hyunwoo',
    ),
    familyNames: list('김|Kim, 이|Lee, 박|Park, 최|Choi, 정|Jung, 강|Kang, 윤|Yoon, 남궁|Namgoong'),
    isFamilyNameFirst: true,
    companyStems: list('Hangang, Namsan, Haeundae'),
    companyTrades: list('Heating, Apartments'),
  },
  indian: {
    country: 'IN',
    givenNames: list(
      'Aarav, Ananya, Deepika, Ishaan, Kavya, Lakshmi, Meera, Nikhil, Pooja, Rahul, Sanjay, Tanvi, Vikram, Zoya',
    ),
    familyNames: list(
      'Agarwal, Banerjee, Chatterjee, Desai, Gupta, Iyer, Joshi, Kulkarni, Mehta, Nair, Reddy, Subramanian, Venkataraman',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Suryodaya, Ganga, Deccan, Malabar'),
    companyTrades: list('Renewables, Estates, Power'),
  },
  ukrainian: {
    country: 'UA',
    givenNames: list(
      'Оксана|Oksana, Андрій|Andrii, Наталія|Nataliia, Тарас|Taras, Ірина|Iryna, Богдан|Bohdan, Юлія|Yuliia, Дмитро|Dmytro',
    ),
    familyNames: list(
      'Шевченко|Shevchenko, Коваленко|Kovalenko, Бондар|Bondar, Ткачук|Tkachuk, Мельник|Melnyk, Савченко|Savchenko, Лисенко|Lysenko',
    ),
    isFamilyNameFirst: false,
    companyStems: list('Dnipro, Karpaty, Podil'),
    companyTrades: list('Teplo, Bud'),
  },
} as const satisfies Record<string, Region>;

export type RegionName = keyof typeof regions;

/** How a crowd is mixed: the larger the number, the more people of that region. */
export type RegionShares = Readonly<Partial<Record<RegionName, number>>>;

export const crowds = {
  international: {
    german: 26,
    nordic: 20,
    british: 14,
    french: 8,
    iberian: 8,
    polish: 7,
    turkish: 4,
    indian: 4,
    chinese: 3,
    ukrainian: 3,
    japanese: 2,
    korean: 1,
  },
  iberia: { iberian: 18, french: 2, british: 1 },
  eastAsia: { japanese: 12, korean: 4, chinese: 3, british: 1 },
  installers: { german: 8, polish: 6, nordic: 4, turkish: 3, ukrainian: 2 },
} as const satisfies Record<string, RegionShares>;
