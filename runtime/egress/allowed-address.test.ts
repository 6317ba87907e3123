import { describe, expect, it } from 'vitest'
import { isAllowedAddress } from './allowed-address.ts'

const inward = [
  // Loopback, in every way of writing it.
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.255',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '0177.0.0.1',
  '017700000001',
  '0177.0x0.1',
  '127.0.0.1.',
  '１２７.0.0.1',
  '127。0。0。1',
  '①②⑦.0.0.1',
  '::1',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:ffff:7f00:0001',
  '::127.0.0.1',
  '::7f00:1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '64:ff9b:1:7f00:0:100:808:808',
  '2002:7f00:1::',
  '2002:7f00:0001::1',
  '2001:0:7f00:1::',
  '::1%lo',
  '::1%0',
  'fe80::1%eth0',
  // This network, nowhere.
  '0.0.0.0',
  '0',
  '0.1.2.3',
  '::',
  '[::]',
  '::0.0.0.0',
  '::ffff:0.0.0.0',
  '64:ff9b::',
  '2002::',
  // Private, shared, local.
  '10.0.0.1',
  '10.255.255.255',
  '167772161',
  '0x0a000001',
  '012.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.1',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.255',
  '::ffff:10.0.0.1',
  '::ffff:a00:1',
  '::ffff:6464:64c8',
  '2002:a00:1::',
  '2002:c0a8:101::',
  '64:ff9b::10.0.0.1',
  'fc00::1',
  'fd00::1',
  'fd00:ec2::254',
  'fec0::1',
  // Metadata services.
  '169.254.169.254',
  '169.254.170.2',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::',
  '::a9fe:a9fe',
  '169.254.0.1',
  'fe80::1',
  'fe80::a9fe:a9fe',
  '192.0.0.192',
  '192.0.0.170',
  // Set apart.
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '100::1',
  '2001:db8::1',
  '2001:10::1',
  '2001:20::1',
  '2001::1',
  '3fff::1',
  '5f00::1',
  'ff02::1',
  'ff0e::1',
  '4000::1',
  '8000::1',
  '0100::',
  // Not addresses.
  '',
  ' ',
  'localhost',
  'localhost.',
  'example.org',
  '1.2.3',
  '256.1.1.1',
  '1.1.1.1/32',
  ' 1.1.1.1',
  '1.1.1.1 ',
  '1.1.1.1\u0000',
  '1.1.1.1:80',
  '[2606:4700::1]',
  ':::',
  '1::2::3',
  'http://1.1.1.1',
  '-1',
  '99999999999',
  '0x',
  '1.1.1.1%eth0',
]

describe('an address that is not public is never connected to (SEC-01)', () => {
  it('is tried in more than a hundred ways of writing it', () => {
    expect(new Set(inward).size).toBeGreaterThan(100)
  })
  it.each(inward.filter((address) => address !== '1.2.3'))('refuses %j', (address) => {
    expect(isAllowedAddress(address, [])).toBe(false)
  })
})

it.each([
  '1.1.1.1',
  '8.8.8.8',
  '51.140.0.1',
  '185.157.232.1',
  '2606:4700:4700::1111',
  '2a01:111::1',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
])('lets %s through', (address) => {
  expect(isAllowedAddress(address, [])).toBe(true)
})

describe('where an admin names ranges', () => {
  const ranges = ['10.20.0.0/16', 'fd12:3456::/32', '93.184.216.34/32']
  it.each(['10.20.0.1', '10.20.255.255', '::ffff:10.20.0.1', 'fd12:3456::9', '93.184.216.34'])(
    'lets %s through, which lies in one',
    (address) => {
      expect(isAllowedAddress(address, ranges)).toBe(true)
    },
  )
  it.each([
    '10.21.0.1',
    '10.2.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '8.8.8.8',
    '93.184.216.35',
    'fd12:3457::1',
    '::1',
    '::ffff:127.0.0.1',
    '::a14:1',
    'localhost',
    '',
  ])('refuses %s, which lies in none', (address) => {
    expect(isAllowedAddress(address, ranges)).toBe(false)
  })
  it('refuses everything when none of the ranges can be read', () => {
    for (const range of ['', '10.0.0.0', 'all', '10.0.0.0/33', '10.0.0.0/-1', '::/129', '*'])
      expect(isAllowedAddress('10.0.0.1', [range]), range).toBe(false)
  })
})
