package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/darabonba-openapi/v2/models"
	openapiutil "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
)

const genericModule = "github.com/alibabacloud-go/darabonba-openapi/v2"

// familyStep is one call of the plan that ../check/family.py makes, or a list page by page.
type familyStep struct {
	Action, Method, Path, In string
	Parameters               map[string]any
	Encoded                  map[string]string
	Pages                    *struct {
		Parameter string
		Path      []string
		End       *string
	}
}

type familyProduct struct {
	Code, Version, Style, Host, List string
	Scenarios                        []struct {
		Name  string
		Steps []familyStep
	}
}

// familySend makes one call and gives the answer as a client read it.
type familySend func(product familyProduct, step familyStep, parameters map[string]any) (any, error)

func teaConfig(product familyProduct) *models.Config {
	return &models.Config{
		AccessKeyId:     dara.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID")),
		AccessKeySecret: dara.String(os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET")),
		Endpoint:        dara.String(product.Host),
		Protocol:        dara.String("HTTP"),
		ConnectTimeout:  dara.Int(30_000),
		ReadTimeout:     dara.Int(30_000),
	}
}

func written(value any, encoding string) string {
	if list, isList := value.([]any); isList && encoding == "comma" {
		return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(list)), ","), "[]")
	}
	text, err := json.Marshal(value)
	must(err)
	return string(text)
}

func sendGeneric(product familyProduct, step familyStep, parameters map[string]any) (any, error) {
	client, err := openapi.NewClient(teaConfig(product))
	if err != nil {
		return nil, err
	}
	request, bodyType := &models.OpenApiRequest{}, "formData"
	if step.In == "body" {
		request.Body, bodyType = parameters, "json"
	} else {
		flat := map[string]any{}
		for name, value := range parameters {
			flat[name] = value
			if how, encoded := step.Encoded[name]; encoded {
				flat[name] = written(value, how)
			}
		}
		if step.In == "form" {
			request.Body = openapiutil.Query(flat)
		} else {
			request.Query = openapiutil.Query(flat)
		}
	}
	path, method := step.Path, step.Method
	if path == "" {
		path, method = "/", "POST"
	}
	params := &models.Params{
		Action:      dara.String(step.Action),
		Version:     dara.String(product.Version),
		Protocol:    dara.String("HTTP"),
		Pathname:    dara.String(path),
		Method:      dara.String(method),
		AuthType:    dara.String("AK"),
		Style:       dara.String(strings.ToUpper(product.Style)),
		ReqBodyType: dara.String(bodyType),
		BodyType:    dara.String("json"),
	}
	answer, err := client.CallApi(params, request, &dara.RuntimeOptions{})
	if err != nil {
		return nil, err
	}
	return answer["body"], nil
}

// plain turns an answer of any client into maps and lists, by the names that its own model gives.
func plain(answer any) any {
	text, err := json.Marshal(answer)
	must(err)
	var body any
	must(json.Unmarshal(text, &body))
	return body
}

func playFamily(send familySend, describe func(error) failure, product familyProduct, step familyStep) map[string]any {
	parameters := map[string]any{}
	for name, value := range step.Parameters {
		parameters[name] = value
	}
	pages := []any{}
	for len(pages) < mostPages {
		answer, err := send(product, step, parameters)
		if err != nil {
			return map[string]any{"error": describe(err)}
		}
		body := plain(answer)
		pages = append(pages, body)
		if step.Pages == nil {
			return map[string]any{"pages": pages}
		}
		for _, name := range step.Pages.Path {
			inner, _ := body.(map[string]any)
			body = inner[name]
		}
		token, sent := body.(string)
		ended := !sent
		if step.Pages.End != nil {
			ended = sent && token == *step.Pages.End
		}
		if ended {
			return map[string]any{"pages": pages}
		}
		parameters[step.Pages.Parameter] = token
	}
	return map[string]any{"error": failure{Message: fmt.Sprintf("no end after %d pages", mostPages)}}
}

// playFamilies plays the plan with the generic client and with each typed SDK that is built in.
func playFamilies(file string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	typed := typedClients()
	run := func(label, client, version string, send familySend, describe func(error) failure, index int) error {
		var plan []familyProduct
		if err := json.Unmarshal([]byte(strings.ReplaceAll(string(source), "$", label)), &plan); err != nil {
			return err
		}
		product := plan[index]
		for _, scenario := range product.Scenarios {
			steps := []map[string]any{}
			for _, step := range scenario.Steps {
				steps = append(steps, playFamily(send, describe, product, step))
			}
			seen, err := json.Marshal(map[string]any{
				"language": "Go", "client": client, "version": version, "label": label, "steps": steps, "product": product.Code,
				"productVersion": product.Version, "list": product.List, "scenario": scenario.Name, "read": false,
			})
			if err != nil {
				return err
			}
			fmt.Println(string(seen))
		}
		return nil
	}
	var plan []familyProduct
	if err := json.Unmarshal(source, &plan); err != nil {
		return err
	}
	for index, product := range plan {
		if err := run("go", genericModule, versionOf(genericModule), sendGeneric, describeTea, index); err != nil {
			return err
		}
		for _, own := range typed {
			if own.code != product.Code || own.version != product.Version {
				continue
			}
			if err := run("gotyped", own.client, versionOf(own.module), own.send, own.describe, index); err != nil {
				return err
			}
		}
	}
	return nil
}
