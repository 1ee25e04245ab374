package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	vpc "github.com/alibabacloud-go/vpc-20160428/v6/client"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/ddosbgp"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/eais"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/eipanycast"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/gwlb"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/hitsdb"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/kms"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/nlb"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/smc"
	"github.com/aliyun/alibaba-cloud-sdk-go/services/vpcpeer"
)

// typedClient is the SDK of one product version.
type typedClient struct {
	code, version, client, module string
	send                          familySend
	describe                      func(error) failure
}

// typedClients are those built in: Go has no way to find an SDK that the program does not name.
func typedClients() []typedClient {
	const classic = "github.com/aliyun/alibaba-cloud-sdk-go"
	const vpcModule = "github.com/alibabacloud-go/vpc-20160428/v6"
	list := []typedClient{{"Vpc", "2016-04-28", vpcModule, vpcModule, sendVpc, describeTea}}
	id, secret := os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"), os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
	add := func(code, version, service string, client any, err error, create ...any) {
		must(err)
		list = append(list, typedClient{
			code, version, classic + "/services/" + service, classic, sendClassic(client, create), describeClassic,
		})
	}
	const region = "cn-hangzhou"
	{
		client, err := ddosbgp.NewClientWithAccessKey(region, id, secret)
		add("ddosbgp", "2018-07-20", "ddosbgp", client, err,
			ddosbgp.CreateListTagResourcesRequest, ddosbgp.CreateTagResourcesRequest, ddosbgp.CreateUntagResourcesRequest)
	}
	{
		client, err := eais.NewClientWithAccessKey(region, id, secret)
		add("eais", "2019-06-24", "eais", client, err,
			eais.CreateListTagResourcesRequest, eais.CreateTagResourcesRequest, eais.CreateUntagResourcesRequest)
	}
	{
		client, err := eipanycast.NewClientWithAccessKey(region, id, secret)
		add("Eipanycast", "2020-03-09", "eipanycast", client, err,
			eipanycast.CreateListTagResourcesRequest, eipanycast.CreateTagResourcesRequest, eipanycast.CreateUntagResourcesRequest)
	}
	{
		client, err := gwlb.NewClientWithAccessKey(region, id, secret)
		add("Gwlb", "2024-04-15", "gwlb", client, err,
			gwlb.CreateListTagResourcesRequest, gwlb.CreateTagResourcesRequest, gwlb.CreateUntagResourcesRequest)
	}
	{
		client, err := hitsdb.NewClientWithAccessKey(region, id, secret)
		add("hitsdb", "2020-06-15", "hitsdb", client, err,
			hitsdb.CreateListTagResourcesRequest, hitsdb.CreateTagResourcesRequest, hitsdb.CreateUntagResourcesRequest)
	}
	{
		client, err := kms.NewClientWithAccessKey(region, id, secret)
		add("Kms", "2016-01-20", "kms", client, err,
			kms.CreateListTagResourcesRequest, kms.CreateTagResourcesRequest, kms.CreateUntagResourcesRequest)
	}
	{
		client, err := nlb.NewClientWithAccessKey(region, id, secret)
		add("Nlb", "2022-04-30", "nlb", client, err,
			nlb.CreateListTagResourcesRequest, nlb.CreateTagResourcesRequest, nlb.CreateUntagResourcesRequest)
	}
	{
		client, err := smc.NewClientWithAccessKey(region, id, secret)
		add("smc", "2019-06-01", "smc", client, err,
			smc.CreateListTagResourcesRequest, smc.CreateTagResourcesRequest, smc.CreateUntagResourcesRequest)
	}
	{
		client, err := vpcpeer.NewClientWithAccessKey(region, id, secret)
		add("VpcPeer", "2022-01-01", "vpcpeer", client, err,
			vpcpeer.CreateListTagResourcesRequest, vpcpeer.CreateTagResourcesRequest, vpcpeer.CreateUnTagResourcesRequest)
	}
	return list
}

// sendVpc calls a method of the SDK of today's generation; its models are filled and read by their own names.
func sendVpc(product familyProduct, step familyStep, parameters map[string]any) (any, error) {
	client, err := vpc.NewClient(teaConfig(product))
	if err != nil {
		return nil, err
	}
	method := reflect.ValueOf(client).MethodByName(step.Action)
	request := reflect.New(method.Type().In(0).Elem())
	text, err := json.Marshal(parameters)
	must(err)
	must(json.Unmarshal(text, request.Interface()))
	answer, err := called(method, request)
	if err != nil {
		return nil, err
	}
	return reflect.ValueOf(answer).Elem().FieldByName("Body").Interface(), nil
}

// sendClassic calls a method of an SDK of the older generation; its requests are filled by the names in their tags.
func sendClassic(client any, create []any) familySend {
	return func(product familyProduct, step familyStep, parameters map[string]any) (any, error) {
		method := reflect.ValueOf(client).MethodByName(step.Action)
		for _, one := range create {
			if reflect.TypeOf(one).Out(0) != method.Type().In(0) {
				continue
			}
			request := reflect.ValueOf(one).Call(nil)[0]
			fillClassic(request.Elem(), parameters)
			request.Interface().(requests.AcsRequest).SetDomain(product.Host)
			request.Interface().(requests.AcsRequest).SetScheme("http")
			answer, err := called(method, request)
			if err != nil {
				return nil, err
			}
			body := plain(answer)
			// An answer of this generation cannot tell a token that is absent from one that is empty.
			if fields := body.(map[string]any); step.Pages != nil && step.Pages.End == nil && fields["NextToken"] == "" {
				delete(fields, "NextToken")
			}
			return body, nil
		}
		return nil, fmt.Errorf("%s has no request for %s", product.Code, step.Action)
	}
}

func called(method, request reflect.Value) (any, error) {
	out := method.Call([]reflect.Value{request})
	if err, failed := out[1].Interface().(error); failed {
		return nil, err
	}
	return out[0].Interface(), nil
}

func fillClassic(target reflect.Value, parameters map[string]any) {
	for n := 0; n < target.NumField(); n++ {
		value, sent := parameters[target.Type().Field(n).Tag.Get("name")]
		if !sent {
			continue
		}
		field := target.Field(n)
		list, isList := value.([]any)
		if !isList {
			field.SetString(fmt.Sprint(value))
			continue
		}
		slice := reflect.MakeSlice(field.Type().Elem(), len(list), len(list))
		for m, member := range list {
			if fields, isPair := member.(map[string]any); isPair {
				fillClassic(slice.Index(m), fields)
			} else {
				slice.Index(m).SetString(fmt.Sprint(member))
			}
		}
		field.Set(reflect.New(field.Type().Elem()))
		field.Elem().Set(slice)
	}
}
