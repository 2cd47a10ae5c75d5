import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWhere, namesWhere } from './coordinates.ts'

test('a text that is nothing but coordinates is one, however a maker writes them', () => {
  for (const text of [
    '48.2083531',
    '+48.2083531',
    '48.2083, 16.3731',
    '48,2083 16,3731',
    '-33.86/151.21',
    '48.2083 N, 16.3731 E',
    'Lat: 48.2083531 Lon: 16.3731',
    '48,12.5N',
    '48,12,30N',
    '48° 12′ 30″ N 16° 22′ 23″ E',
    '48 deg 12\' 30.00" N',
    '+48.2083+016.3731/',
    '+48.2083+016.3731+195.0CRSWGS_84/',
    'geo:48.2083,16.3731',
    'geo:lat=48.2083531',
    'GPSLatitude=48.2',
    'https://maps.example/?q=48.2083,16.3731',
    'https://maps.example/@48.2083,16.3731,17z',
    'https://maps.example/?lat=48&lon=16',
    '33U XP 01234 56789',
    '8FWR6C5F+8Q',
    'east=16.3731; north=48.2083',
  ])
    assert.ok(isWhere(text), text)
})

test('words, dates, numbers and addresses are none', () => {
  for (const text of [
    '',
    'Ostra',
    'Ostra, 14 December',
    'The wreck lies at 48.2083, 16.3731, the coast guard said.',
    '2026-11-24T08:00:00+01:00',
    '20261124',
    '080000+0100',
    '+43-1234567',
    '+43 1 234567',
    '+1.877.646.5375',
    'sr:match:21971221',
    'f/2.8',
    '297/100',
    '1.8',
    '24-70mm',
    'https://halyard.example/licence/1.2345',
    'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    '3.26',
    '© 2026 Halyard',
    'doi:10.12345/678',
  ])
    assert.ok(!isWhere(text), text)
})

test('names that say where somebody stood are known in the spelling of each maker', () => {
  for (const name of ['GPSLatitude', 'GpsLongtitude', 'gpsinfo', 'AbsoluteAltitude', 'lat', 'lat_long', 'Coordinates'])
    assert.ok(namesWhere(name), name)
  for (const name of [
    'Location',
    'LocationCreated',
    'City',
    'AltTextAccessibility',
    'Platform',
    'PlusVersion',
    'title',
  ])
    assert.ok(!namesWhere(name), name)
})
