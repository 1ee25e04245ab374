-- TagResources of one resource a request: of as many as the first argument says, each time with another value.
-- For one wrk thread.
local resources, number

function init(args)
  resources, number = tonumber(args[1]), 0
end

function request()
  number = number + 1
  return wrk.format("GET", wrk.path .. "&ResourceId.1=ipam-bench" .. math.random(1, resources)
    .. "&Tag.1.Key=bench&Tag.1.Value=v" .. number)
end
