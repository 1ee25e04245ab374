-- Sends the signatures of a file that harness/sign.py wrote, one after the other: a nonce is never used
-- twice before all the others were. For one wrk thread.
local number, signatures, count, head, tail = 0

function init(args)
  local file = assert(io.open(args[1]))
  local prefix, date, query = file:read("*l"), file:read("*l"), file:read("*l")
  signatures = file:read("*a")
  file:close()
  count = #signatures / 64
  head = "GET /?" .. query .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"]
    .. "\r\nx-acs-action: ListTagResources\r\nx-acs-version: 2023-02-28\r\nx-acs-date: " .. date
    .. "\r\nx-acs-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    .. "\r\nx-acs-signature-nonce: " .. prefix
  tail = "\r\nAuthorization: ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;"
    .. "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
end

function request()
  local at = number
  number = (number + 1) % count
  return head .. at .. tail .. signatures:sub(at * 64 + 1, at * 64 + 64) .. "\r\n\r\n"
end
