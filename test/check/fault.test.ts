import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf } from './fault.ts'

test('a tool that is content over too few files is as red as one that found something', () => {
  assert.equal(faultOf({ code: 0, saw: 40, atLeast: 40 }), undefined)
  assert.equal(faultOf({ code: 1, saw: 40, atLeast: 40 }), 'found')
  assert.match(faultOf({ code: 0, saw: 39, atLeast: 40 }) ?? '', /saw 39 files where there are 40/)
  assert.match(
    faultOf({ code: 0, saw: 0, atLeast: 0 }) ?? '',
    /looked at too little/,
    'where nothing was found to look at',
  )
})
