import { openLedger } from "../../src/store/index.ts";
import { batchOf, recordEvent } from "./sample-events.ts";
import { randomBytes } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
const l=await openLedger({node:"x",randomBytes,dataDir:"/tmp/small/d"});
await l.append(batchOf([recordEvent({id:"a"})]));
console.log(readdirSync("/tmp/small/d").map(n=>[n,statSync("/tmp/small/d/"+n).size]));
try { await l.append(batchOf(Array.from({length:3000},(_,i)=>recordEvent({id:"r"+i,note:"x".repeat(300)})))); } catch(e){ console.log(e.code, e.cause.errcode, e.cause.stack); }
try { await l.append(batchOf([recordEvent({id:"s"})])); console.log("ok"); } catch(e){ console.log(e.code, e.cause.errcode, e.cause.stack); }
try { await l.append(batchOf([recordEvent({id:"s"})])); console.log("ok"); } catch(e){ console.log(e.code, e.cause.errcode, e.cause.stack); }
await l.close(); console.log(readdirSync("/tmp/small/d").map(n=>[n,statSync("/tmp/small/d/"+n).size]));
