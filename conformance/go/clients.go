package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
)

func clients() []official {
	const openapi = "github.com/alibabacloud-go/darabonba-openapi/v2"
	const classic = "github.com/aliyun/alibaba-cloud-sdk-go"
	both := []string{"VpcIpam", "CloudAPI"}
	list := []official{
		{name: openapi, products: both, send: sendTea(""), describe: describeTea},
		{name: openapi, mode: "v2", products: both, send: sendTea("v2"), describe: describeTea},
		{name: classic + "/services/cloudapi", products: []string{"CloudAPI"}, send: sendTyped, describe: describeClassic},
		{name: classic, mode: "CommonRequest", products: both, send: sendCommon, describe: describeClassic},
	}
	for n := range list {
		module := classic
		if list[n].name == openapi {
			module = openapi
		}
		list[n].version = versionOf(module)
	}
	return list
}

// versionOf reads the version that the build used, from the binary itself.
func versionOf(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			return dependency.Version
		}
	}
	panic("not built in: " + module)
}

func gatewayHttp() string { return os.Getenv("GATEWAY_HTTP") }

func tlsEndpoint(one call) string { return one.Host + ":" + os.Getenv("GATEWAY_HTTPS_PORT") }

// wire holds the parameters as the wire names them; absent ones are left out.
func wire(one call) map[string]string {
	query := map[string]string{"RegionId": one.Region}
	add := func(name, value string) {
		if value != "" {
			query[name] = value
		}
	}
	add("ResourceType", one.resourceType)
	add("NextToken", one.token)
	if one.Max > 0 {
		add("MaxResults", strconv.Itoa(one.Max))
	}
	if one.All {
		add("All", "true")
	}
	for n, id := range one.Ids {
		add(fmt.Sprintf("ResourceId.%d", n+1), id)
	}
	for n, key := range one.Keys {
		add(fmt.Sprintf("TagKey.%d", n+1), key)
	}
	for n, tag := range one.Tags {
		add(fmt.Sprintf("Tag.%d.Key", n+1), tag[0])
		if len(tag) > 1 {
			query[fmt.Sprintf("Tag.%d.Value", n+1)] = tag[1]
		}
	}
	return query
}

type row struct{ TagKey, TagValue, ResourceId, ResourceType string }

// untyped reads an answer by the product's own envelope and no other.
func untyped(one call, body []byte) (answer, error) {
	var common struct {
		RequestId, NextToken string
		TagResources         json.RawMessage
	}
	if err := json.Unmarshal(body, &common); err != nil {
		return answer{}, err
	}
	result := answer{RequestId: common.RequestId, token: common.NextToken}
	if one.action != "ListTagResources" {
		return result, nil
	}
	var rows []row
	var err error
	if one.Code == "VpcIpam" {
		err = json.Unmarshal(common.TagResources, &rows)
	} else {
		var nested struct{ TagResource []row }
		err = json.Unmarshal(common.TagResources, &nested)
		rows = nested.TagResource
	}
	for _, r := range rows {
		result.Rows = append(result.Rows, []string{r.TagKey, r.TagValue, r.ResourceId, r.ResourceType})
	}
	return result, err
}
