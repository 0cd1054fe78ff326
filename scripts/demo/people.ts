import type { Random } from '../../emulators/core/random.ts';

/** Somebody of the demo world. Addresses are below example.com, which can belong to nobody and which HubSpot accepts. */
export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly company: string;
  readonly jobTitle: string;
}

const firstNames =
  'Anna Ben Carla David Elena Farid Grace Henrik Ines Jonas Karin Luca Maya Nora Oskar Paula Quentin Rosa Sven Tara Uwe Vera Wiebke Xenia Yusuf Zoe Amara Bruno Chiara Dmitri Esther Felix Greta Hugo Ingrid Joana Kofi Lea Mateus Nadia'.split(
    ' ',
  );
const lastNames =
  'Albrecht Bauer Castro Dahl Eriksen Fischer García Hansen Ito Jensen Kowalski Lindqvist Müller Novak Okafor Pereira Richter Santos Tanaka Ullrich Vogel Weber Yılmaz Zimmermann Andersen Berger Costa Dubois Engel Ferreira Gruber Haugen Ivanova Johansson Keller Lopes Moreau Nguyen Olsen Petrov'.split(
    ' ',
  );
const companies = [
  { name: 'Brightfield Housing', domain: 'brightfield-housing.example.com' },
  { name: 'Nordhavn Utilities', domain: 'nordhavn.example.com' },
  { name: 'Stadtwerke Auental', domain: 'stadtwerke-auental.example.com' },
  { name: 'Solterra Installations', domain: 'solterra.example.com' },
  { name: 'Kupka & Partner', domain: 'kupka-partner.example.com' },
  { name: 'Greenline Property', domain: 'greenline.example.com' },
  { name: 'Fjord Facility', domain: 'fjord-facility.example.com' },
  { name: 'Casa Verde', domain: 'casaverde.example.com' },
  { name: 'Helios Roofing', domain: 'helios-roofing.example.com' },
  { name: 'Waterkant Hotels', domain: 'waterkant.example.com' },
] as const;
const jobTitles = [
  'Energy manager',
  'Facility manager',
  'Installer',
  'Head of procurement',
  'Architect',
  'Sustainability officer',
  'Managing director',
  'Project engineer',
] as const;

/** People with distinct addresses; the same random gives the same people. */
export function createPeople(count: number, random: Random): readonly DemoPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const firstName = random.pick(firstNames);
    const lastName = random.pick(lastNames);
    const company = random.pick(companies);
    return {
      firstName,
      lastName,
      email: `${toAscii(firstName)}.${toAscii(lastName)}${index + 1}@${company.domain}`,
      company: company.name,
      jobTitle: random.pick(jobTitles),
    };
  });
}

const toAscii = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase();
